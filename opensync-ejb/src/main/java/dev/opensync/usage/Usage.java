package dev.opensync.usage;

/** What one session, or the difference between two states of it, adds to a sum. */
public record Usage(
        long sessions, long messages, long promptTokens, long completionTokens, long costMicros, long durationMs) {

    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

    public long tokens() {
        return promptTokens + completionTokens;
    }

    public Usage plus(Usage other) {
        return new Usage(
                sessions + other.sessions,
                messages + other.messages,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                costMicros + other.costMicros,
                durationMs + other.durationMs);
    }

    public Usage negated() {
        return new Usage(-sessions, -messages, -promptTokens, -completionTokens, -costMicros, -durationMs);
    }
}
