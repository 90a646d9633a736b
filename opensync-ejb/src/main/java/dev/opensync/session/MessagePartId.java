package dev.opensync.session;

import java.io.Serializable;
import java.util.Objects;

/** Primary key of a message part. */
public final class MessagePartId implements Serializable {

    private long sessionId;
    private int messageSequence;
    private int partNumber;

    /** For JPA. */
    public MessagePartId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof MessagePartId that
                && sessionId == that.sessionId
                && messageSequence == that.messageSequence
                && partNumber == that.partNumber;
    }

    @Override
    public int hashCode() {
        return Objects.hash(sessionId, messageSequence, partNumber);
    }
}
