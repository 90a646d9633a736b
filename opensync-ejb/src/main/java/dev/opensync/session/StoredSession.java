package dev.opensync.session;

/** A session by its row id, for what is derived from all sessions. */
public record StoredSession(long id, long accountId, SessionSummary summary, SessionMarks marks) {}
