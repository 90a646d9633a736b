package dev.opensync.notification;

/** What happened; the console has a sentence for each. */
public enum NotificationKind {
    KEY_CREATED,
    KEY_REVOKED,
    PASSWORD_CHANGED,
    EMAIL_CHANGED,
    SESSION_SHARED,
    SESSION_MADE_PRIVATE,
    SESSION_DELETED,
    SESSIONS_DELETED,
    SESSION_EXPORTED,
    SESSIONS_EXPORTED,
    DATA_DELETED
}
