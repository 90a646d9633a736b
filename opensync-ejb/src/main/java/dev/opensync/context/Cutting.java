package dev.opensync.context;

import java.util.List;
import java.util.Optional;

/** Takes as many messages of one session as an allowance of tokens holds, the best first, then its neighbours on both sides. */
final class Cutting {

    /** The beginning of a message that is too long is worth showing if it has at least so many tokens. */
    private static final int LEAST_TOKENS = 16;

    private final Candidates candidates;
    private final ContextLayout layout;
    private final int allowance;
    private int used;
    private int first;
    private int end;

    private Cutting(Candidates candidates, ContextLayout layout, int allowance) {
        this.candidates = candidates;
        this.layout = layout;
        this.allowance = allowance;
        first = candidates.best();
        end = first;
    }

    /** Empty if the allowance holds nothing that is worth showing. */
    static Optional<Excerpt> cut(Candidates candidates, ContextLayout layout, int allowance) {
        return new Cutting(candidates, layout, allowance).cut();
    }

    private Optional<Excerpt> cut() {
        used = Tokens.count(layout.start(candidates.session())) + Tokens.count(layout.endOfSession());
        if (used > allowance) {
            return Optional.empty();
        }
        if (candidates.messages().isEmpty()) {
            return Optional.of(new Excerpt(candidates.session(), candidates.messages()));
        }
        if (!take(end)) {
            return beginningOf(candidates.messages().get(end)).map(part -> new Excerpt(candidates.session(), part));
        }
        end++;
        spread();
        return Optional.of(
                new Excerpt(candidates.session(), candidates.messages().subList(first, end)));
    }

    /** In turns before and after what is taken already, on each side up to the first that does not fit. */
    private void spread() {
        boolean before = true;
        boolean after = true;
        while ((before || after) && end - first < candidates.most()) {
            if (after) {
                after = end < candidates.messages().size() && take(end);
                end += after ? 1 : 0;
            }
            if (before && end - first < candidates.most()) {
                before = first > 0 && take(first - 1);
                first -= before ? 1 : 0;
            }
        }
    }

    private boolean take(int index) {
        ContextMessage message = candidates.messages().get(index);
        int left = allowance - used;
        if (Tokens.isFarBeyond(message.text(), left)) {
            return false;
        }
        int cost = Tokens.count(layout.message(message));
        if (cost > left) {
            return false;
        }
        used += cost;
        return true;
    }

    /** What the layout adds depends on the text, so the text is made shorter until both fit. */
    private Optional<List<ContextMessage>> beginningOf(ContextMessage message) {
        int left = allowance - used;
        int tokens = left;
        while (tokens >= LEAST_TOKENS) {
            ContextMessage beginning = message.cutTo(Tokens.cut(message.text(), tokens));
            int cost = Tokens.count(layout.message(beginning));
            if (cost <= left) {
                return Optional.of(List.of(beginning));
            }
            tokens -= Math.max(1, cost - left);
        }
        return Optional.empty();
    }
}
