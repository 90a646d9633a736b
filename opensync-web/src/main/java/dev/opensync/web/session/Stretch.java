package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.TranscriptMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some messages of a session in display order.
 *
 * @param next the place after which the next stretch starts; null on the last
 * @param lastSequence the latest arrival among them, 0 if there are none
 */
record Stretch(List<ShownMessage> messages, @Nullable MessageCursor next, int lastSequence) {

    Stretch {
        messages = List.copyOf(messages);
    }

    static Stretch of(List<ShownMessage> shown, List<TranscriptMessage> read, @Nullable MessageCursor next) {
        return new Stretch(
                shown,
                next,
                read.stream().mapToInt(TranscriptMessage::sequence).max().orElse(0));
    }
}
