package dev.opensync.context;

import java.util.List;

/**
 * What was taken from earlier sessions.
 *
 * @param text in the format that was asked for
 * @param excerpts the same by session, the best first
 * @param citations one for each excerpt
 * @param tokens of {@code text}
 * @param truncated whether more was asked for than the budget holds
 */
public record Context(String text, List<Excerpt> excerpts, List<Citation> citations, int tokens, boolean truncated) {

    public Context {
        excerpts = List.copyOf(excerpts);
        citations = List.copyOf(citations);
    }
}
