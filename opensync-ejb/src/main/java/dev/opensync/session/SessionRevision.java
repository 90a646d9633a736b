package dev.opensync.session;

/** A session at one moment of its growth: two that are equal show the same. */
public record SessionRevision(long accountId, String sessionId, long updatedMillis, int messageCount) {}
