package dev.opensync.eval.dataset;

import java.util.List;

/** How two versions of a dataset differ, test case by test case; {@code first} are the first differences. */
public record DatasetComparison(long added, long removed, long changed, long unchanged, List<Difference> first) {

    public DatasetComparison {
        first = List.copyOf(first);
    }

    /** What became of a test case. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** {@code sequence}: number of the user's message; {@code excerpt}: how the question begins. */
    public record Difference(Kind kind, String sessionId, int sequence, String excerpt) {}
}
