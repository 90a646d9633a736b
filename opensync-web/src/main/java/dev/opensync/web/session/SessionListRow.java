package dev.opensync.web.session;

import dev.opensync.eval.EvalMark;
import dev.opensync.search.SearchResult;
import dev.opensync.session.EvalStatus;
import dev.opensync.session.SessionSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of sessions.
 *
 * @param status what its owner said of it as a test case, as addresses name it; empty if nothing
 * @param tags that its owner gave it
 * @param test it was sent to try a connection
 * @param at number of the message in which it was found; null if nothing was looked for, or it was found by its title
 * @param snippet around what was found; empty if nothing was looked for
 */
public record SessionListRow(
        ShownSession session,
        boolean evalReady,
        String status,
        List<String> tags,
        boolean shared,
        boolean test,
        @Nullable String at,
        List<SnippetPiece> snippet) {

    public SessionListRow {
        tags = List.copyOf(tags);
        snippet = List.copyOf(snippet);
    }

    static SessionListRow of(SessionSummary session, Instant now) {
        return row(session, null, List.of(), now);
    }

    static SessionListRow of(SearchResult result, Instant now) {
        String message = result.messageId();
        return row(
                result.session(),
                message == null ? null : message.substring(message.lastIndexOf('-') + 1),
                result.snippet() == null ? List.of() : SnippetPiece.of(result.snippet()),
                now);
    }

    private static SessionListRow row(
            SessionSummary session, @Nullable String at, List<SnippetPiece> snippet, Instant now) {
        return new SessionListRow(
                ShownSession.of(session, now),
                session.evalReady(),
                "",
                List.of(),
                session.isPublic(),
                session.isConnectionTest(),
                at,
                snippet);
    }

    SessionListRow with(EvalMark mark) {
        String name = mark.status() == EvalStatus.NONE ? "" : mark.status().wireName();
        return new SessionListRow(session, evalReady, name, mark.tags(), shared, test, at, snippet);
    }
}
