package dev.opensync.eval.cases;

import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as far as test cases are concerned.
 *
 * @param sequence its number in the order of arrival
 * @param text what a reader of plain text sees, empty where only tools were at work
 * @param promptTokens 0 if never reported
 * @param completionTokens 0 if never reported
 * @param durationMs null if never reported
 * @param tools its parts other than text
 */
public record SpokenMessage(
        int sequence,
        MessageRole role,
        String text,
        long promptTokens,
        long completionTokens,
        @Nullable Long durationMs,
        Instant createdAt,
        List<TranscriptPart> tools) {

    public SpokenMessage {
        tools = List.copyOf(tools);
    }

    public static SpokenMessage of(TranscriptMessage message) {
        return new SpokenMessage(
                message.sequence(),
                message.role(),
                message.readableText(),
                Objects.requireNonNullElse(message.promptTokens(), 0L),
                Objects.requireNonNullElse(message.completionTokens(), 0L),
                message.durationMs(),
                message.createdAt(),
                message.parts().stream()
                        .filter(part -> !part.type().equals("text"))
                        .toList());
    }

    /** The same message saying something else. */
    public SpokenMessage withText(String other) {
        return new SpokenMessage(sequence, role, other, promptTokens, completionTokens, durationMs, createdAt, tools);
    }

    /** What it says alone. */
    public SpokenMessage withoutTools() {
        return new SpokenMessage(
                sequence, role, text, promptTokens, completionTokens, durationMs, createdAt, List.of());
    }

    boolean hasText() {
        return !text.isEmpty();
    }

    /** About, in memory. */
    public long chars() {
        return text.length()
                + tools.stream().mapToLong(part -> part.content().length()).sum();
    }
}
