package dev.opensync.session;

import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One message of a session with its body.
 *
 * @param id opaque public id, {@code <session id>-<sequence>}
 * @param sequence order of arrival within the session, from 1
 * @param text the message's own text; null if the tool sent none
 * @param metadata everything else the tool sent, as the text of a JSON object; null if nothing
 */
public record TranscriptMessage(
        String id,
        int sequence,
        String externalId,
        MessageRole role,
        @Nullable String text,
        @Nullable String model,
        @Nullable Long promptTokens,
        @Nullable Long completionTokens,
        @Nullable Long durationMs,
        @Nullable String metadata,
        Instant createdAt,
        List<TranscriptPart> parts) {

    private static final JsonProvider JSON = JsonProvider.provider();

    public TranscriptMessage {
        parts = List.copyOf(parts);
    }

    /** Whether it says that in any case of letters; pictures say nothing. */
    public boolean says(String wanted) {
        String quoted = JSON.createValue(wanted).toString();
        String inParts = quoted.substring(1, quoted.length() - 1).toLowerCase(Locale.ROOT);
        return (text != null && text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)))
                || parts.stream()
                        .map(TranscriptPart::content)
                        .filter(content -> !content.contains("\"base64\"") && !content.contains("data:image/"))
                        .anyMatch(content -> content.toLowerCase(Locale.ROOT).contains(inParts));
    }

    /** How much there is of it. */
    public long chars() {
        return (text == null ? 0 : text.length())
                + parts.stream().mapToLong(part -> part.content().length()).sum();
    }

    /**
     * What a reader of plain text sees: the non-empty text parts, one per line; without any, the message's own text; never
     * null. Tools and thinking are left out (opensync convex/http.ts, {@code /api/context} and {@code /api/export}).
     */
    public String readableText() {
        String ofParts = parts.stream()
                .map(TranscriptPart::text)
                .flatMap(Optional::stream)
                .filter(found -> !found.isEmpty())
                .collect(Collectors.joining("\n"));
        return ofParts.isEmpty() ? Objects.requireNonNullElse(text, "") : ofParts;
    }
}
