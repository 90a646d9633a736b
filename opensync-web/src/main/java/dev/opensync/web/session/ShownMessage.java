package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.web.faces.Formats;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One message as the session page draws it.
 *
 * @param place where it stands in the display order
 * @param role lower case, also the class it is drawn with
 * @param createdAt ISO 8601
 * @param clock hours, minutes and seconds
 * @param promptTokens as written on the page, null if none were reported
 * @param completionTokens likewise
 * @param duration likewise
 * @param holds numbers of the messages whose results it shows, one space between them
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
        @Nullable String duration,
        List<Block> blocks,
        String holds,
        boolean isCut,
        String version) {

    private static final long ONE_SECOND = 1_000;

    public ShownMessage {
        blocks = List.copyOf(blocks);
    }

    /** {@code isCut}: whether blocks were left out. */
    static ShownMessage of(TranscriptMessage message, List<Block> blocks, Set<Integer> holds, boolean isCut) {
        return new ShownMessage(
                message.id(),
                MessageCursor.of(message),
                message.role().wireName(),
                message.createdAt().toString(),
                Formats.clock(message.createdAt()),
                message.model(),
                count(message.promptTokens()),
                count(message.completionTokens()),
                duration(message.durationMs()),
                blocks,
                holds.stream().sorted().map(String::valueOf).collect(Collectors.joining(" ")),
                isCut || blocks.stream().anyMatch(Block::isCut),
                version(message, blocks));
    }

    /** Of the text of it all: hash codes of enums differ from node to node. */
    private static String version(TranscriptMessage message, List<Block> blocks) {
        String drawn = blocks + "|" + message.role() + "|" + message.createdAt() + "|" + message.model() + "|"
                + message.promptTokens() + "|" + message.completionTokens() + "|" + message.durationMs();
        return Integer.toHexString(drawn.hashCode());
    }

    private static @Nullable String duration(@Nullable Long millis) {
        return millis == null || millis < ONE_SECOND ? null : Formats.duration(millis);
    }

    private static @Nullable String count(@Nullable Long tokens) {
        return tokens == null || tokens == 0 ? null : Formats.count(tokens);
    }
}
