package dev.opensync.eval.cases;

import dev.opensync.session.MessageRole;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a user says, and what is answered until the user speaks again.
 *
 * @param before how many messages come before it
 * @param atOnce whether the answer is the very next message
 */
record Turn(int before, SpokenMessage question, List<SpokenMessage> answers, boolean atOnce) {

    Turn {
        answers = List.copyOf(answers);
    }

    /** Of messages that all have a text. */
    static Iterable<Turn> all(Iterable<SpokenMessage> messages) {
        return () -> new Turns(messages.iterator());
    }

    boolean isAnswered() {
        return !answers.isEmpty();
    }

    long completionTokens() {
        return answers.stream().mapToLong(SpokenMessage::completionTokens).sum();
    }

    /** Null if none of the answers reported theirs. */
    @Nullable
    Long durationMs() {
        return answers.stream()
                .map(SpokenMessage::durationMs)
                .filter(Objects::nonNull)
                .reduce(Long::sum)
                .orElse(null);
    }

    private static final class Turns extends Walk.Ahead<Turn> {

        private final Iterator<SpokenMessage> messages;
        private int read;
        private @Nullable SpokenMessage question;

        Turns(Iterator<SpokenMessage> messages) {
            this.messages = messages;
        }

        @Override
        @Nullable
        Turn find() {
            while (question == null && messages.hasNext()) {
                SpokenMessage message = read();
                question = message.role() == MessageRole.USER ? message : null;
            }
            if (question == null) {
                return null;
            }
            SpokenMessage asked = question;
            question = null;
            int before = read - 1;
            List<SpokenMessage> answers = new ArrayList<>();
            boolean atOnce = false;
            for (boolean first = true; messages.hasNext() && question == null; first = false) {
                SpokenMessage message = read();
                if (message.role() == MessageRole.USER) {
                    question = message;
                } else if (message.role() == MessageRole.ASSISTANT) {
                    answers.add(message);
                    atOnce |= first;
                }
            }
            return new Turn(before, asked, answers, atOnce);
        }

        private SpokenMessage read() {
            read++;
            return messages.next();
        }
    }
}
