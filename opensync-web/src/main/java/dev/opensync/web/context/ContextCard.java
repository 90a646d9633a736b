package dev.opensync.web.context;

import dev.opensync.context.Citation;
import dev.opensync.search.SearchResult;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.session.ShownSession;
import dev.opensync.web.session.SnippetPiece;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session that was found, and how much of it is taken.
 *
 * @param relevance percent of that of the best; null where nothing compares them
 * @param at number of the message that answers best; null if it is the title
 * @param snippet around what was found
 * @param chosen whether the reader wants it
 * @param marked whether the message that answers best has a bookmark
 * @param tokens of the piece as it is written; null if nothing of it is taken
 */
public record ContextCard(
        ShownSession session,
        @Nullable Integer relevance,
        @Nullable String at,
        List<SnippetPiece> snippet,
        boolean chosen,
        boolean marked,
        @Nullable String tokens) {

    private static final int PERCENT = 100;

    public ContextCard {
        snippet = List.copyOf(snippet);
    }

    /** {@code best}: the score of the best result, null where there is none. */
    static ContextCard of(
            SearchResult result,
            @Nullable Double best,
            @Nullable Citation taken,
            boolean chosen,
            boolean marked,
            Instant now) {
        String message = result.messageId();
        Double score = result.score();
        return new ContextCard(
                ShownSession.of(result.session(), now),
                score == null || best == null || best <= 0 ? null : (int) Math.round(PERCENT * score / best),
                message == null ? null : message.substring(message.lastIndexOf('-') + 1),
                result.snippet() == null ? List.of() : SnippetPiece.of(result.snippet()),
                chosen,
                marked,
                taken == null ? null : Formats.grouped(taken.tokens()));
    }
}
