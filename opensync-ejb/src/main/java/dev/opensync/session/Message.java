package dev.opensync.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of a session without its body, which is in {@link MessagePart}. */
@Entity
@Table(name = "message")
@IdClass(MessageId.class)
public class Message {

    @Id
    @Column(name = "session_id")
    private long sessionId;

    @Id
    private int sequence;

    @Column(name = "external_id")
    private String externalId;

    @Enumerated(EnumType.STRING)
    private MessageRole role;

    private @Nullable String model;

    @Column(name = "prompt_tokens")
    private @Nullable Long promptTokens;

    @Column(name = "completion_tokens")
    private @Nullable Long completionTokens;

    @Column(name = "duration_ms")
    private @Nullable Long durationMs;

    private @Nullable String metadata;

    @Column(name = "created_ms")
    private long createdMs;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Message() {}

    public int sequence() {
        return sequence;
    }

    long sessionId() {
        return sessionId;
    }

    /** {@code body}: the parts of this message in order. */
    TranscriptMessage toTranscript(String publicSessionId, List<MessagePart> body) {
        return new TranscriptMessage(
                publicSessionId + "-" + sequence,
                sequence,
                externalId,
                role,
                body.stream()
                        .filter(MessagePart::isText)
                        .map(part -> new String(part.content(), StandardCharsets.UTF_8))
                        .findFirst()
                        .orElse(null),
                model,
                promptTokens,
                completionTokens,
                durationMs,
                metadata,
                Instant.ofEpochMilli(createdMs),
                body.stream()
                        .filter(part -> !part.isText())
                        .map(MessagePart::toTranscript)
                        .toList());
    }
}
