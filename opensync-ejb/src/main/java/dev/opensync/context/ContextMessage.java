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

    /** {@code maxTokens}: of the whole context; what cannot matter in it is not kept. */
    static ContextMessage of(TranscriptMessage message, int maxTokens) {
        String whole = message.readableText();
        String text = Tokens.bounded(whole, maxTokens);
        return new ContextMessage(
                message.id(), message.role(), text, MessageCursor.of(message), text.length() < whole.length());
    }

    ContextMessage cutTo(String beginning) {
        return new ContextMessage(id, role, beginning, place, true);
    }
}
