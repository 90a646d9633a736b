package dev.opensync.eval.cases;

import dev.opensync.session.MessageRole;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** The test cases of one session that are meant, made one after the other while they are asked for. */
public final class TestCases implements Iterable<EvalCase> {

    private final Conversation conversation;
    private final ExportOptions options;
    private final Iterable<SpokenMessage> spoken;

    public TestCases(Conversation conversation, ExportOptions options) {
        this.conversation = conversation;
        this.options = options;
        this.spoken = Walk.matching(conversation.messages(), message -> options.keep(message) && message.hasText());
    }

    @Override
    public Iterator<EvalCase> iterator() {
        return Walk.matching(all(), conversation.choice()::has).iterator();
    }

    /** How many there are. */
    public int count() {
        int count = 0;
        for (Iterator<EvalCase> all = iterator(); all.hasNext(); all.next()) {
            count++;
        }
        return count;
    }

    private Iterable<EvalCase> all() {
        return switch (options.turnMode()) {
            case PER_TURN ->
                Walk.map(Walk.matching(Turn.all(spoken), Turn::isAnswered), turn -> of(turn, options.context()));
            case FULL -> full();
            case FINAL_ONLY -> last();
        };
    }

    private EvalCase of(Turn turn, boolean withContext) {
        Iterable<SpokenMessage> before = Walk.first(spoken, turn.before());
        return new EvalCase(
                conversation,
                turn.question().sequence(),
                withContext ? before : Walk.matching(before, of(MessageRole.SYSTEM)),
                withContext ? before : List.of(),
                List.of(turn.question().text()),
                turn.answers().stream().map(SpokenMessage::text).toList(),
                turn.question().promptTokens(),
                turn.completionTokens(),
                turn.durationMs());
    }

    private List<EvalCase> full() {
        Iterator<SpokenMessage> questions =
                Walk.matching(spoken, of(MessageRole.USER)).iterator();
        if (!questions.hasNext()
                || !Walk.matching(spoken, of(MessageRole.ASSISTANT)).iterator().hasNext()) {
            return List.of();
        }
        return List.of(new EvalCase(
                conversation,
                questions.next().sequence(),
                Walk.matching(spoken, of(MessageRole.SYSTEM)),
                List.of(),
                texts(MessageRole.USER),
                texts(MessageRole.ASSISTANT),
                conversation.tokens().prompt(),
                conversation.tokens().completion(),
                conversation.durationMs()));
    }

    private List<EvalCase> last() {
        Turn last = null;
        for (Turn turn : Turn.all(spoken)) {
            last = turn;
        }
        return last != null && last.atOnce() ? List.of(of(last, true)) : List.of();
    }

    private Iterable<String> texts(MessageRole role) {
        return Walk.map(Walk.matching(spoken, of(role)), SpokenMessage::text);
    }

    private static Predicate<SpokenMessage> of(MessageRole role) {
        return message -> message.role() == role;
    }
}
