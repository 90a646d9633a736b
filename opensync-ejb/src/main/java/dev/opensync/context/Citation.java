package dev.opensync.context;

import dev.opensync.session.SessionSummary;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of a context comes from.
 *
 * @param firstMessageId of the stretch of messages that was taken; null if the session has none
 * @param lastMessageId of the same stretch
 * @param link of the console, at the first of them
 * @param tokens of the piece, with what the format writes around it
 */
public record Citation(
        SessionSummary session,
        @Nullable String firstMessageId,
        @Nullable String lastMessageId,
        String link,
        int tokens) {

    static Citation of(Excerpt excerpt, String baseUrl, int tokens) {
        SessionSummary session = excerpt.session();
        if (excerpt.messages().isEmpty()) {
            return new Citation(session, null, null, SessionLink.of(baseUrl, session), tokens);
        }
        ContextMessage first = excerpt.messages().get(0);
        ContextMessage last = excerpt.messages().get(excerpt.messages().size() - 1);
        return new Citation(session, first.id(), last.id(), SessionLink.of(baseUrl, session, first.place()), tokens);
    }
}
