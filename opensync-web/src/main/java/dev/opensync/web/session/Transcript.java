package dev.opensync.web.session;

import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one session as they are drawn: every result beside its call, nothing twice, no empty message, and no more than
 * a browser can take.
 */
final class Transcript {

    /** A browser shows this much at once without trouble. */
    private static final int PAGE_CHARS = 3_000_000;

    private static final int MESSAGE_CHARS = 250_000;

    /** Each makes looking for the others longer. */
    private static final int MISSING = 20;

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, OpenCall> callById = new HashMap<>();
    /** Calls without a result in the messages since a person last spoke. */
    private final Deque<OpenCall> unanswered = new ArrayDeque<>();

    private boolean loneResults;
    private boolean openCalls;

    private Transcript() {}

    /** In display order, whatever the order of {@code messages}. */
    static Transcript of(List<TranscriptMessage> messages) {
        Transcript transcript = new Transcript();
        messages.stream()
                .sorted(Comparator.comparing(TranscriptMessage::createdAt).thenComparing(TranscriptMessage::sequence))
                .forEach(transcript::add);
        transcript.openCalls = transcript.drafts.stream().anyMatch(Draft::hasOpenCall);
        return transcript;
    }

    /** Whether a result is drawn alone because its call is not among the messages. */
    boolean hasLoneResults() {
        return loneResults;
    }

    boolean hasOpenCalls() {
        return openCalls;
    }

    /**
     * Ids of the results of {@code messages} that wait for their call, and if {@code withCalls} of the calls that wait for their
     * result.
     */
    Set<String> missing(List<TranscriptMessage> messages, boolean withCalls) {
        Set<Integer> sequences = sequences(messages);
        return drafts.stream()
                .filter(draft -> sequences.contains(draft.message.sequence()))
                .flatMap(draft ->
                        withCalls ? Stream.concat(draft.loneIds.stream(), draft.openIds()) : draft.loneIds.stream())
                .limit(MISSING)
                .collect(Collectors.toSet());
    }

    List<ShownMessage> all() {
        return shown(draft -> true);
    }

    /** Only those of {@code messages}; the others were there to give and take what belongs together. */
    List<ShownMessage> only(List<TranscriptMessage> messages) {
        Set<Integer> sequences = sequences(messages);
        return shown(draft -> sequences.contains(draft.message.sequence()));
    }

    /** Those of {@code messages}, and those with a call that one of them answers. */
    List<ShownMessage> touchedBy(List<TranscriptMessage> messages) {
        Set<Integer> sequences = sequences(messages);
        return shown(draft ->
                sequences.contains(draft.message.sequence()) || !Collections.disjoint(draft.answeredBy, sequences));
    }

    private static Set<Integer> sequences(List<TranscriptMessage> messages) {
        return messages.stream().map(TranscriptMessage::sequence).collect(Collectors.toSet());
    }

    private List<ShownMessage> shown(Predicate<Draft> wanted) {
        List<ShownMessage> shown = new ArrayList<>();
        int room = PAGE_CHARS;
        for (Draft draft : drafts) {
            if (wanted.test(draft) && !draft.blocks.isEmpty()) {
                ShownMessage message = draft.toMessage(Math.min(room, MESSAGE_CHARS));
                room -= message.blocks().stream().mapToInt(Block::chars).sum();
                shown.add(message);
            }
        }
        return shown;
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
        for (Piece piece : Pictures.named(message, Pieces.of(message))) {
            if (piece instanceof Piece.Call call) {
                OpenCall open = new OpenCall(call, draft);
                draft.blocks.add(open);
                if (call.id() != null) {
                    callById.put(call.id(), open);
                }
                if (call.result() == null) {
                    own.add(open);
                }
            } else if (piece instanceof Piece.Result result) {
                if (!answer(result, own, message)) {
                    loneResults = true;
                    if (result.callId() != null) {
                        draft.loneIds.add(result.callId());
                    }
                    draft.blocks.add(result::output);
                }
            } else {
                draft.add(piece);
            }
        }
        if (!own.isEmpty()) {
            unanswered.clear();
            unanswered.addAll(own);
        }
    }

    /** By id if there is one, else by position: the first call of this or the last calling message without a result. */
    private boolean answer(Piece.Result result, Deque<OpenCall> own, TranscriptMessage message) {
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
        call.draft.answeredBy.add(message.sequence());
        own.remove(call);
        unanswered.remove(call);
        return true;
    }

    /** A message while its calls may still get their results. */
    private static final class Draft {
        private final TranscriptMessage message;
        private final List<Drawing> blocks = new ArrayList<>();
        private final Set<Integer> answeredBy = new HashSet<>();
        private final Set<String> loneIds = new HashSet<>();

        Draft(TranscriptMessage message) {
            this.message = message;
        }

        boolean hasOpenCall() {
            return blocks.stream().anyMatch(block -> block instanceof OpenCall call && !call.isAnswered());
        }

        Stream<String> openIds() {
            return blocks.stream()
                    .filter(block -> block instanceof OpenCall call && !call.isAnswered())
                    .map(block -> ((OpenCall) block).call.id())
                    .flatMap(Stream::ofNullable);
        }

        void add(Piece piece) {
            if (piece instanceof Piece.Speech speech && !speech.text().isBlank()) {
                blocks.add(() -> Block.Prose.of(speech.text()));
            } else if (piece instanceof Piece.Thought thought && !thought.text().isBlank()) {
                blocks.add(() -> Block.Thinking.of(thought.text()));
            } else if (piece instanceof Piece.Plain plain) {
                blocks.add(plain::block);
            }
        }

        /** Stops at the block that fills the room. */
        ShownMessage toMessage(int room) {
            List<Block> shown = new ArrayList<>();
            int left = room;
            for (Drawing drawing : blocks) {
                if (left <= 0) {
                    return ShownMessage.of(message, shown, answeredBy, true);
                }
                Block block = drawing.block();
                left -= block.chars();
                shown.add(block);
            }
            return ShownMessage.of(message, shown, answeredBy, message.parts().size() > Pieces.PARTS);
        }
    }

    /** Something that will be a block once the whole stretch is read, and only if it is shown. */
    @FunctionalInterface
    private interface Drawing {
        Block block();
    }

    private static final class OpenCall implements Drawing {
        private final Piece.Call call;
        private final Draft draft;
        private Block.@Nullable Output output;

        OpenCall(Piece.Call call, Draft draft) {
            this.call = call;
            this.draft = draft;
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
