package dev.opensync.api.session;

/** Answer to a changed or deleted session: {@code ok} is always true, {@code sessionId} the server's id. */
public record SessionEdited(boolean ok, String sessionId) {

    static SessionEdited of(String sessionId) {
        return new SessionEdited(true, sessionId);
    }
}
