package dev.opensync.web.session;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What one part of a message says, before calls and results are brought together. */
sealed interface Piece {

    /** Text of the speaker, Markdown. */
    record Speech(String text) implements Piece {}

    /** What the model thought, Markdown. */
    record Thought(String text) implements Piece {}

    /**
     * A call of a tool.
     *
     * @param id what a result may refer to, null if the tool sent none
     * @param result set where call and result came as one part
     */
    record Call(
            @Nullable String id,
            String name,
            JsonObject arguments,
            @Nullable Result result) implements Piece {}

    /** The answer of a tool; {@code callId} null where only the order tells which call it belongs to. */
    record Result(@Nullable String callId, Block.Output output) implements Piece {}

    /** Something that is drawn as it came. */
    record Plain(Block block) implements Piece {}
}
