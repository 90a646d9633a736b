package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.TranscriptMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a session in display order.
 *
 * @param previous the place before which the stretch before this one ends; null on the first
 * @param next the place after which the next stretch starts; null on the last
 * @param lastSequence the latest arrival among them, 0 if there are none
 */
public record Stretch(
        List<ShownMessage> messages,
        @Nullable MessageCursor previous,
        @Nullable MessageCursor next,
        int lastSequence) {

    public Stretch {
        messages = List.copyOf(messages);
    }

    static Stretch of(
            List<ShownMessage> shown,
            List<TranscriptMessage> read,
            @Nullable MessageCursor previous,
            @Nullable MessageCursor next) {
        return new Stretch(
                shown,
                previous,
                next,
                read.stream().mapToInt(TranscriptMessage::sequence).max().orElse(0));
    }

    /** {@link #next} as it stands in addresses. */
    public @Nullable String nextText() {
        return next == null ? null : Places.text(next);
    }

    /** {@link #previous} as it stands in addresses. */
    public @Nullable String previousText() {
        return previous == null ? null : Places.text(previous);
    }
}
