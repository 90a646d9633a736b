package dev.opensync.eval.cases;

import dev.opensync.shared.TokenUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session from which test cases are made.
 *
 * @param sessionId as its coding tool named it
 * @param model null if never reported
 * @param project null if it has none
 * @param status of the owner's judgement, null for none
 * @param expectedOutput null for none
 * @param durationMs null if never reported
 * @param counts what an export by default finds in it, null if not counted
 * @param choice which of its test cases are meant
 * @param messages in display order; may be walked more than once
 */
public record Conversation(
        String sessionId,
        String source,
        @Nullable String model,
        @Nullable String project,
        List<String> tags,
        @Nullable String status,
        @Nullable String expectedOutput,
        TokenUsage tokens,
        @Nullable Long durationMs,
        Instant createdAt,
        @Nullable CaseCounts counts,
        CaseChoice choice,
        Iterable<SpokenMessage> messages) {

    public Conversation {
        tags = List.copyOf(tags);
    }

    public String modelOrUnknown() {
        return model == null || model.isEmpty() ? "unknown" : model;
    }

    /** With other messages in the same order. */
    public Conversation with(Iterable<SpokenMessage> others) {
        return with(choice, others);
    }

    /** With other test cases and messages. */
    public Conversation with(CaseChoice wanted, Iterable<SpokenMessage> others) {
        return new Conversation(
                sessionId,
                source,
                model,
                project,
                tags,
                status,
                expectedOutput,
                tokens,
                durationMs,
                createdAt,
                counts,
                wanted,
                others);
    }
}
