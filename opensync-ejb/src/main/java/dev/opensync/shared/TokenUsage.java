package dev.opensync.shared;

/** Tokens as reported by the coding tool, not recomputed. */
public record TokenUsage(long prompt, long completion) {

    public long total() {
        return prompt + completion;
    }
}
