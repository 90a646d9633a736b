package dev.opensync.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shares out a number of tokens among sessions, the best first.
 *
 * <p>Each gets an equal part of what is left; what it does not need goes to those behind it, and in the end what nobody
 * needed goes to those that were cut, from the best on.
 */
final class ContextBudget {

    /** With less than this a session tells nothing; then fewer sessions get more. */
    private static final int LEAST_SHARE = 150;

    private final ContextLayout layout;
    private final String words;
    private final int maxTokens;

    ContextBudget(ContextLayout layout, String words, int maxTokens) {
        this.layout = layout;
        this.words = words;
        this.maxTokens = maxTokens;
    }

    /** {@code found}: the best first. The result never has more tokens than the budget. */
    WrittenContext write(List<Candidates> found) {
        List<Candidates> taken = new ArrayList<>();
        List<Excerpt> excerpts = new ArrayList<>();
        int left = maxTokens - Tokens.count(text(List.of()));
        for (int i = 0; i < found.size() && left > 0; i++) {
            int sharers = Math.max(1, Math.min(found.size() - i, left / LEAST_SHARE));
            Optional<Excerpt> excerpt = Cutting.cut(found.get(i), layout, left / sharers);
            if (excerpt.isPresent()) {
                taken.add(found.get(i));
                excerpts.add(excerpt.get());
                left -= tokens(excerpt.get());
            }
        }
        for (int i = 0; i < excerpts.size() && left > 0; i++) {
            if (isCut(taken.get(i), excerpts.get(i))) {
                int share = tokens(excerpts.get(i));
                Excerpt longer = Cutting.cut(taken.get(i), layout, share + left).orElse(excerpts.get(i));
                excerpts.set(i, longer);
                left -= tokens(longer) - share;
            }
        }
        return written(found, taken, excerpts);
    }

    /** Where two pieces meet, their tokens may come out differently, so the whole is counted once more. */
    private WrittenContext written(List<Candidates> found, List<Candidates> taken, List<Excerpt> excerpts) {
        List<Excerpt> kept = new ArrayList<>(excerpts);
        String text = text(kept);
        int tokens = Tokens.count(text);
        while (tokens > maxTokens && !kept.isEmpty()) {
            kept.remove(kept.size() - 1);
            text = text(kept);
            tokens = Tokens.count(text);
        }
        boolean truncated = kept.size() < found.size();
        for (int i = 0; i < kept.size(); i++) {
            truncated |= isCut(taken.get(i), kept.get(i));
        }
        return tokens > maxTokens
                ? new WrittenContext("", List.of(), 0, true)
                : new WrittenContext(text, kept, tokens, truncated);
    }

    private static boolean isCut(Candidates candidates, Excerpt excerpt) {
        return !candidates.areAll(excerpt.messages().size())
                || excerpt.messages().stream().anyMatch(ContextMessage::cut);
    }

    /** Of one excerpt by itself. */
    int tokens(Excerpt excerpt) {
        return Tokens.count(text(excerpt));
    }

    private String text(List<Excerpt> excerpts) {
        StringBuilder text = new StringBuilder(layout.start(words));
        excerpts.forEach(excerpt -> text.append(text(excerpt)));
        return text.append(layout.end()).toString();
    }

    private String text(Excerpt excerpt) {
        StringBuilder text = new StringBuilder(layout.start(excerpt.session()));
        excerpt.messages().forEach(message -> text.append(layout.message(message)));
        return text.append(layout.endOfSession()).toString();
    }
}
