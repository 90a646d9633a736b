package dev.opensync.api.sync;

import org.jspecify.annotations.Nullable;

/** Answer to a stored message: {@code ok} is always true, {@code messageId} the server's id. */
public record MessageStored(boolean ok, @Nullable String messageId) {}
