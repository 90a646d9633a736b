package dev.opensync.session;

import java.io.Serializable;
import java.util.Objects;

/** Primary key of a message: the row id of its session and its order of arrival there. */
public final class MessageId implements Serializable {

    private long sessionId;
    private int sequence;

    /** For JPA. */
    public MessageId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageId that && sessionId == that.sessionId && sequence == that.sequence;
    }

    @Override
    public int hashCode() {
        return Objects.hash(sessionId, sequence);
    }
}
