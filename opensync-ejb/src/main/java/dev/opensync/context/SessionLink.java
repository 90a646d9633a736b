package dev.opensync.context;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.SessionSummary;

/** Addresses of the console's session page. */
final class SessionLink {

    private SessionLink() {}

    static String of(String baseUrl, SessionSummary session) {
        return baseUrl + "/session?id=" + session.id();
    }

    /** Opens at that message, however long the session is. */
    static String of(String baseUrl, SessionSummary session, MessageCursor message) {
        return of(baseUrl, session)
                + "&after=" + message.createdMillis() + "-" + (message.sequence() - 1)
                + "#m-" + message.sequence();
    }
}
