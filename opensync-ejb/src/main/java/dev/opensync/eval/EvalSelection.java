package dev.opensync.eval;

import java.util.List;

/**
 * Which of the chosen sessions are exported.
 *
 * @param sessionIds public or external ids; empty = all that meet the filter
 * @param cases of their test cases
 */
public record EvalSelection(EvalFilter filter, List<String> sessionIds, ChosenCases cases) {

    public EvalSelection {
        sessionIds = List.copyOf(sessionIds);
    }

    /** All of them. */
    public static EvalSelection all() {
        return of(EvalFilter.ALL);
    }

    public static EvalSelection of(EvalFilter filter) {
        return new EvalSelection(filter, List.of(), ChosenCases.ALL);
    }

    public static EvalSelection ofSessions(List<String> ids) {
        return new EvalSelection(EvalFilter.ALL, ids, ChosenCases.ALL);
    }

    /** Of the same sessions, only these test cases. */
    public EvalSelection with(ChosenCases others) {
        return new EvalSelection(filter, sessionIds, others);
    }
}
