package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.web.faces.Formats;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as the session page draws it.
 *
 * @param place where it stands in the display order
 * @param role lower case, also the class it is drawn with
 * @param createdAt ISO 8601
 * @param clock hours, minutes and seconds in UTC; the browser shows its own
 * @param promptTokens as written on the page, null if none were reported
 * @param completionTokens likewise
 * @param isCut whether only the message's own page shows all of it
 * @param version differs whenever anything the page draws of it does
 */
public record ShownMessage(
        String id,
        MessageCursor place,
        String role,
        String createdAt,
        String clock,
        @Nullable String model,
        @Nullable String promptTokens,
        @Nullable String completionTokens,
        List<Block> blocks,
        boolean isCut,
        String version) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    public ShownMessage {
        blocks = List.copyOf(blocks);
    }

    /** {@code isCut}: whether blocks were left out. */
    static ShownMessage of(TranscriptMessage message, List<Block> blocks, boolean isCut) {
        return new ShownMessage(
                message.id(),
                MessageCursor.of(message),
                message.role().wireName(),
                message.createdAt().toString(),
                CLOCK.format(message.createdAt()),
                message.model(),
                count(message.promptTokens()),
                count(message.completionTokens()),
                blocks,
                isCut || blocks.stream().anyMatch(Block::isCut),
                version(message, blocks));
    }

    /** Of the text of it all: hash codes of enums differ from node to node. */
    private static String version(TranscriptMessage message, List<Block> blocks) {
        String drawn = blocks + "|" + message.role() + "|" + message.createdAt() + "|" + message.model() + "|"
                + message.promptTokens() + "|" + message.completionTokens();
        return Integer.toHexString(drawn.hashCode());
    }

    private static @Nullable String count(@Nullable Long tokens) {
        return tokens == null || tokens == 0 ? null : Formats.count(tokens);
    }
}
