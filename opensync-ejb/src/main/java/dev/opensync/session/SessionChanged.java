package dev.opensync.session;

/** A session was created or grew; fired after the commit, on the node that took it in. */
public record SessionChanged(long accountId, String sessionId) {}
