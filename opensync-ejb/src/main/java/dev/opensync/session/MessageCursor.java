package dev.opensync.session;

/** A place in the display order of one session: after the message created then that arrived as that number. */
public record MessageCursor(long createdMillis, int sequence) {

    public static MessageCursor of(TranscriptMessage message) {
        return new MessageCursor(message.createdAt().toEpochMilli(), message.sequence());
    }
}
