package dev.opensync.session;

/**
 * A session was created or grew; fired after the commit, on the node that took it in. Observers only take note of it: they run
 * on the thread of the request, because the application server needs longer to hand an event to another thread than to store
 * ten messages.
 */
public record SessionChanged(long accountId, String sessionId) {}
