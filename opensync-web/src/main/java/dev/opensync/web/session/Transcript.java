package dev.opensync.web.session;

import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Messages of one session as they are drawn: every result beside its call, nothing twice, no empty message. */
final class Transcript {

    /** Pi writes what the model thought into the text. */
    private static final Pattern THINKING =
            Pattern.compile("<(thinking|think)>(.*?)</\\1>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, OpenCall> callById = new HashMap<>();
    /** Calls without a result in the messages since a person last spoke. */
    private final Deque<OpenCall> unanswered = new ArrayDeque<>();

    private Transcript() {}

    /** In display order, whatever the order of {@code messages}. */
    static List<MessageRow> of(List<TranscriptMessage> messages) {
        Transcript transcript = new Transcript();
        messages.stream()
                .sorted(Comparator.comparing(TranscriptMessage::createdAt).thenComparing(TranscriptMessage::sequence))
                .forEach(transcript::add);
        return transcript.drafts.stream()
                .map(Draft::toRow)
                .filter(row -> !row.blocks().isEmpty())
                .toList();
    }

    private void add(TranscriptMessage message) {
        if (message.role() == MessageRole.USER
                && message.text() != null
                && !message.text().isBlank()) {
            unanswered.clear();
        }
        Draft draft = new Draft(message);
        drafts.add(draft);
        Deque<OpenCall> own = new ArrayDeque<>();
        for (Piece piece : pieces(message)) {
            if (piece instanceof Piece.Call call) {
                OpenCall open = new OpenCall(call);
                draft.blocks.add(open);
                if (call.id() != null) {
                    callById.put(call.id(), open);
                }
                if (call.result() == null) {
                    own.add(open);
                }
            } else if (piece instanceof Piece.Result result) {
                if (!answer(result, own)) {
                    draft.blocks.add(new Drawn(result.output()));
                }
            } else {
                Block block = draw(piece);
                if (block != null) {
                    draft.blocks.add(new Drawn(block));
                }
            }
        }
        if (!own.isEmpty()) {
            unanswered.clear();
            unanswered.addAll(own);
        }
    }

    /** By id if there is one, else by position: the first call of this or the last calling message without a result. */
    private boolean answer(Piece.Result result, Deque<OpenCall> own) {
        OpenCall call = result.callId() == null ? null : callById.get(result.callId());
        if (call == null || call.isAnswered()) {
            Deque<OpenCall> candidates = own.stream().anyMatch(open -> open.mayTake(result)) ? own : unanswered;
            call = candidates.stream()
                    .filter(open -> open.mayTake(result))
                    .findFirst()
                    .orElse(null);
        }
        if (call == null) {
            return false;
        }
        call.output = result.output();
        own.remove(call);
        unanswered.remove(call);
        return true;
    }

    private static @Nullable Block draw(Piece piece) {
        if (piece instanceof Piece.Speech speech) {
            return speech.text().isBlank() ? null : new Block.Prose(Markdown.toHtml(speech.text()));
        }
        if (piece instanceof Piece.Thought thought) {
            return thought.text().isBlank() ? null : new Block.Thinking(Markdown.toHtml(thought.text()));
        }
        return piece instanceof Piece.Plain plain ? plain.block() : null;
    }

    /** The message's own text unless its parts say the same, then every part in order. */
    private static List<Piece> pieces(TranscriptMessage message) {
        List<Piece> parts = new ArrayList<>();
        for (TranscriptPart part : message.parts()) {
            Piece piece = PartShapes.read(part);
            if (piece instanceof Piece.Speech speech) {
                parts.addAll(splitThinking(speech.text()));
            } else {
                parts.add(piece);
            }
        }
        List<Piece> pieces = new ArrayList<>(splitThinking(message.text() == null ? "" : message.text()));
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
        String said = parts.stream()
                .filter(Piece.Thought.class::isInstance)
                .map(piece -> Texts.squeezed(((Piece.Thought) piece).text()))
                .reduce("", String::concat);
        if (said.isEmpty()) {
            return parts;
        }
        List<Piece> kept = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Piece piece : parts) {
            if (piece instanceof Piece.Thought thought) {
                String squeezed = Texts.squeezed(thought.text());
                if (seen.contains(squeezed)) {
                    continue;
                }
                seen.add(squeezed);
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

    private static List<Piece> splitThinking(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher thinking = THINKING.matcher(text);
        int from = 0;
        while (thinking.find()) {
            addSpeech(pieces, text.substring(from, thinking.start()));
            pieces.add(new Piece.Thought(thinking.group(2)));
            from = thinking.end();
        }
        addSpeech(pieces, text.substring(from));
        return pieces;
    }

    private static void addSpeech(List<Piece> pieces, String text) {
        if (!text.isBlank()) {
            pieces.add(new Piece.Speech(text));
        }
    }

    /** A message while its calls may still get their results. */
    private static final class Draft {
        private final TranscriptMessage message;
        private final List<Drawing> blocks = new ArrayList<>();

        Draft(TranscriptMessage message) {
            this.message = message;
        }

        MessageRow toRow() {
            return MessageRow.of(message, blocks.stream().map(Drawing::block).toList());
        }
    }

    /** Something that will be a block once the whole stretch is read. */
    private interface Drawing {
        Block block();
    }

    private record Drawn(Block block) implements Drawing {}

    private static final class OpenCall implements Drawing {
        private final Piece.Call call;
        private Block.@Nullable Output output;

        OpenCall(Piece.Call call) {
            this.call = call;
            this.output = call.result() == null ? null : call.result().output();
        }

        boolean isAnswered() {
            return output != null;
        }

        /** A call and a result that both have an id, but not the same, do not belong together. */
        boolean mayTake(Piece.Result result) {
            return !isAnswered() && (result.callId() == null || call.id() == null);
        }

        @Override
        public Block block() {
            return ToolCalls.draw(call, output);
        }
    }
}
