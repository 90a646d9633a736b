package dev.opensync.shared;

/** Tokens as reported by the coding tool, not recomputed. */
public record TokenUsage(long prompt, long completion) {

    public static final TokenUsage NONE = new TokenUsage(0, 0);

    public long total() {
        return prompt + completion;
    }
}
