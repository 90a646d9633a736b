package dev.opensync.eval;

import java.util.List;

/**
 * Which of the chosen sessions are exported.
 *
 * @param sessionIds public or external ids; empty = all that meet the filter
 */
public record EvalSelection(EvalFilter filter, List<String> sessionIds) {

    public EvalSelection {
        sessionIds = List.copyOf(sessionIds);
    }

    /** All of them. */
    public static EvalSelection all() {
        return of(EvalFilter.ALL);
    }

    public static EvalSelection of(EvalFilter filter) {
        return new EvalSelection(filter, List.of());
    }

    public static EvalSelection ofSessions(List<String> ids) {
        return new EvalSelection(EvalFilter.ALL, ids);
    }
}
