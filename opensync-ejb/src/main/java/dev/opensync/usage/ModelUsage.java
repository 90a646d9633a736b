package dev.opensync.usage;

/**
 * Sums over the sessions of one model.
 *
 * @param model as the coding tool named it, {@code unknown} where it did not
 * @param costMicros millionths of a US dollar
 */
public record ModelUsage(
        String model, long sessions, long messages, long tokens, long costMicros, long durationMillis) {}
