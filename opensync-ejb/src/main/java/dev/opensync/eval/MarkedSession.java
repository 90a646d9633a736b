package dev.opensync.eval;

import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.session.SessionSummary;
import org.jspecify.annotations.Nullable;

/**
 * A session that is chosen for evaluations.
 *
 * @param counts what an export by default finds in it, null until it is counted
 */
public record MarkedSession(
        SessionSummary session, EvalMark mark, @Nullable CaseCounts counts) {

    /** Questions with an answer; null until they are counted. */
    public @Nullable Integer testCases() {
        return counts == null ? null : Integer.valueOf(counts.turns());
    }
}
