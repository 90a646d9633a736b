package dev.opensync.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A piece of a message's body: number 0 is its own text, the others are its parts in order. */
@Entity
@Table(name = "message_part")
@IdClass(MessagePartId.class)
public class MessagePart {

    @Id
    @Column(name = "session_id")
    private long sessionId;

    @Id
    @Column(name = "message_sequence")
    private int messageSequence;

    @Id
    @Column(name = "part_number")
    private int partNumber;

    private String type;

    private byte[] content;

    private byte @Nullable [] extra;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected MessagePart() {}

    long sessionId() {
        return sessionId;
    }

    int messageSequence() {
        return messageSequence;
    }

    boolean isText() {
        return partNumber == 0;
    }

    byte[] content() {
        return content;
    }

    TranscriptPart toTranscript() {
        return new TranscriptPart(
                type,
                new String(content, StandardCharsets.UTF_8),
                extra == null ? null : new String(extra, StandardCharsets.UTF_8));
    }
}
