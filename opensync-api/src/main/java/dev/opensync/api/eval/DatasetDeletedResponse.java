package dev.opensync.api.eval;

/** Answer to a deleted dataset; {@code success} is always true. */
public record DatasetDeletedResponse(boolean success) {}
