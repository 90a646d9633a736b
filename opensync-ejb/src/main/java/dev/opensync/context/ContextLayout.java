package dev.opensync.context;

import dev.opensync.session.SessionSummary;
import org.jspecify.annotations.Nullable;

/** How a context is written down: pieces that are put one behind the other. */
interface ContextLayout {

    /** Before all sessions. */
    String start(String words);

    /** Before the messages of a session. */
    String start(SessionSummary session);

    String message(ContextMessage message);

    /** After the messages of a session. */
    String endOfSession();

    /** After all sessions. */
    String end();

    /** For what may be unknown of a session. */
    static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
