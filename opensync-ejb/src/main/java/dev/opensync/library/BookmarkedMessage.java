package dev.opensync.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that its owner wants to find again.
 *
 * @param sequence number of the message in its session
 * @param sessionTitle null if the session has none
 * @param lastUsedAt null if nobody went back to it yet
 */
public record BookmarkedMessage(
        long id,
        String name,
        String sessionId,
        String externalId,
        @Nullable String sessionTitle,
        int sequence,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    /** For queries. */
    public BookmarkedMessage(
            long id,
            String name,
            String sessionId,
            String externalId,
            @Nullable String sessionTitle,
            int sequence,
            long createdMs,
            @Nullable Long lastUsedMs) {
        this(
                id,
                name,
                sessionId,
                externalId,
                sessionTitle,
                sequence,
                Instant.ofEpochMilli(createdMs),
                lastUsedMs == null ? null : Instant.ofEpochMilli(lastUsedMs));
    }

    public String messageId() {
        return sessionId + "-" + sequence;
    }

    /** Of the console's page, at the message. */
    public String path() {
        return "/session?id=" + sessionId + "&at=" + sequence + "#m-" + sequence;
    }
}
