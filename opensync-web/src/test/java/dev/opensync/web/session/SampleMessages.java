package dev.opensync.web.session;

import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages for the tests of the transcript, and a look into what is drawn of them. */
final class SampleMessages {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private SampleMessages() {}

    static List<Block> one(TranscriptPart... parts) {
        return blocks(message(1, MessageRole.ASSISTANT, null, parts));
    }

    static List<Block> blocks(TranscriptMessage message) {
        return Transcript.of(List.of(message)).all().get(0).blocks();
    }

    static TranscriptMessage message(int sequence, MessageRole role, @Nullable String text, TranscriptPart... parts) {
        return new TranscriptMessage(
                "s-" + sequence,
                sequence,
                "e" + sequence,
                role,
                text,
                null,
                null,
                null,
                null,
                null,
                START.plusSeconds(sequence),
                List.of(parts));
    }

    static TranscriptPart part(String type, String content) {
        return new TranscriptPart(type, content, null);
    }

    static String prose(List<Block> blocks) {
        return ((Block.Prose) blocks.get(0)).html();
    }

    static Block.Tool tool(List<Block> blocks) {
        return (Block.Tool) blocks.get(0);
    }

    static Block.Output output(List<Block> blocks) {
        return (Block.Output) blocks.get(0);
    }
}
