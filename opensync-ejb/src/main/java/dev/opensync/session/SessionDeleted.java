package dev.opensync.session;

/** A session is gone with all its messages; fired after the commit, on the node that deleted it. */
public record SessionDeleted(long accountId, String sessionId) {}
