package dev.opensync.search;

import dev.opensync.session.SessionSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session that answers a query.
 *
 * @param score only compares results of one query; null if only conditions were given, no words: then the newest come first
 * @param messageId the message that answers best, null if it is the session's title
 * @param matchedIn of that message: {@code title}, {@code text}, {@code thinking}, {@code tool}
 * @param snippet null if only conditions were given, no words
 */
public record SearchResult(
        SessionSummary session,
        @Nullable Double score,
        @Nullable String messageId,
        List<String> matchedIn,
        @Nullable Snippet snippet) {

    public SearchResult {
        matchedIn = List.copyOf(matchedIn);
    }
}
