package dev.opensync.web.session;

import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one message says, in order and without what its text and its parts repeat of each other. */
final class Pieces {

    /** More parts are not read. */
    static final int PARTS = 300;

    private Pieces() {}

    /** The message's own text unless its parts say the same, then every part in order. */
    static List<Piece> of(TranscriptMessage message) {
        List<Piece> parts = new ArrayList<>();
        for (TranscriptPart part :
                message.parts().subList(0, Math.min(message.parts().size(), PARTS))) {
            Piece piece = PartShapes.read(part);
            if (piece instanceof Piece.Speech speech) {
                parts.addAll(ThinkingTags.split(speech.text()));
            } else {
                parts.add(piece);
            }
        }
        List<Piece> pieces = new ArrayList<>(ThinkingTags.split(message.text() == null ? "" : message.text()));
        if (isSaidBy(parts, pieces) || (message.role() == MessageRole.TOOL && isToldByTool(parts, message.text()))) {
            pieces.removeIf(Piece.Speech.class::isInstance);
        }
        String thoughtOfParts = thoughts(parts);
        pieces.removeIf(piece ->
                piece instanceof Piece.Thought thought && thoughtOfParts.contains(Texts.squeezed(thought.text())));
        pieces.addAll(withoutRepeatedThoughts(parts));
        return pieces;
    }

    private static boolean isSaidBy(List<Piece> parts, List<Piece> own) {
        String text = speech(own);
        if (text.isEmpty() || text.equals(speech(parts))) {
            return true;
        }
        return parts.stream()
                .anyMatch(piece -> piece instanceof Piece.Speech speech && text.equals(Texts.squeezed(speech.text())));
    }

    /** Cursor repeats the command, or the edit as text, in the text of the message. */
    private static boolean isToldByTool(List<Piece> parts, @Nullable String text) {
        if (text == null) {
            return true;
        }
        return parts.stream().anyMatch(piece -> {
            if (!(piece instanceof Piece.Call call)) {
                return false;
            }
            Block.Tool tool = ToolCalls.draw(call, null);
            return text.strip()
                            .equals(
                                    tool.command() == null
                                            ? tool.summary()
                                            : tool.command().strip())
                    || (tool.diff().hasLines() && text.startsWith("Edited: "));
        });
    }

    private static List<Piece> withoutRepeatedThoughts(List<Piece> parts) {
        List<Piece> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Piece piece : parts) {
            if (piece instanceof Piece.Thought thought) {
                String squeezed = Texts.squeezed(thought.text());
                if (!seen.add(squeezed)) {
                    continue;
                }
            }
            kept.add(piece);
        }
        return kept;
    }

    private static String thoughts(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Thought thought) {
                text.append(Texts.squeezed(thought.text())).append('\n');
            }
        }
        return text.toString();
    }

    private static String speech(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Speech speech) {
                text.append(Texts.squeezed(speech.text()));
            }
        }
        return text.toString();
    }
}
