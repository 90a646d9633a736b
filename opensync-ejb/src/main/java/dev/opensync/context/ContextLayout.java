package dev.opensync.context;

import dev.opensync.session.SessionSummary;

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
}
