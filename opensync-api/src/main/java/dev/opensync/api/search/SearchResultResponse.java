package dev.opensync.api.search;

import dev.opensync.search.SearchResult;
import dev.opensync.search.Snippet;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.Dollars;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A found session on the wire: all keys that any kind of search of opensync has sent, its id under each of its names, and what
 * was found.
 *
 * @param snippet HTML: escaped text with {@code em} around what was found
 * @param snippetText the same as plain text
 * @param snippetRanges start and end of what was found, in characters of {@code snippetText}
 */
public record SearchResultResponse(
        String id,
        @JsonbProperty("_id") String underscoreId,
        String sessionId,
        String externalId,
        @Nullable String title,
        @Nullable String projectPath,
        @Nullable String projectName,
        @Nullable String model,
        @Nullable String provider,
        String source,
        long totalTokens,
        BigDecimal cost,
        boolean isPublic,
        boolean evalReady,
        int messageCount,
        long createdAt,
        long updatedAt,
        @Nullable Double score,
        @Nullable String messageId,
        List<String> matchedIn,
        @Nullable String snippet,
        @Nullable String snippetText,
        @Nullable List<List<Integer>> snippetRanges) {

    static SearchResultResponse of(SearchResult result) {
        SessionSummary session = result.session();
        Snippet snippet = result.snippet();
        return new SearchResultResponse(
                session.id(),
                session.id(),
                session.id(),
                session.externalId(),
                session.title(),
                session.projectPath(),
                session.projectName(),
                session.model(),
                session.provider(),
                session.source(),
                session.tokens().total(),
                Dollars.ofMicros(session.costMicros()),
                session.isPublic(),
                session.evalReady(),
                session.messageCount(),
                session.createdAt().toEpochMilli(),
                session.updatedAt().toEpochMilli(),
                result.score(),
                result.messageId(),
                result.matchedIn(),
                snippet == null ? null : SnippetHtml.of(snippet),
                snippet == null ? null : snippet.text(),
                snippet == null ? null : ranges(snippet));
    }

    private static List<List<Integer>> ranges(Snippet snippet) {
        return snippet.ranges().stream()
                .map(range -> List.of(range.start(), range.end()))
                .toList();
    }
}
