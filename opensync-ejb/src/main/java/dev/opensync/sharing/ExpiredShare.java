package dev.opensync.sharing;

/** A session, by its public id, whose time of being shown is over. */
public record ExpiredShare(long accountId, String sessionId) {}
