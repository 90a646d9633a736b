package dev.opensync.api.sync;

import org.jspecify.annotations.Nullable;

/** Answer to a stored session: {@code ok} is always true, {@code sessionId} the server's id. */
public record SessionStored(boolean ok, @Nullable String sessionId) {}
