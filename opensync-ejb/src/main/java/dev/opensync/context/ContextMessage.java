package dev.opensync.context;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;

/**
 * A message as an agent reads it: text without tools.
 *
 * @param cut whether {@code text} is only its beginning
 */
public record ContextMessage(String id, MessageRole role, String text, MessageCursor place, boolean cut) {

    static ContextMessage of(TranscriptMessage message) {
        return new ContextMessage(
                message.id(), message.role(), message.readableText(), MessageCursor.of(message), false);
    }

    ContextMessage cutTo(String beginning) {
        return new ContextMessage(id, role, beginning, place, true);
    }
}
