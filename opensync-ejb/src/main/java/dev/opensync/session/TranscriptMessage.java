package dev.opensync.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a session with its body.
 *
 * @param id opaque public id, {@code <session id>-<sequence>}
 * @param sequence order of arrival within the session, from 1
 * @param text the message's own text; null if the tool sent none
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
        Instant createdAt,
        List<TranscriptPart> parts) {

    public TranscriptMessage {
        parts = List.copyOf(parts);
    }
}
