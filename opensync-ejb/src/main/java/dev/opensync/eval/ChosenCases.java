package dev.opensync.eval;

import dev.opensync.eval.cases.CaseChoice;
import dev.opensync.session.SessionSummary;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Single test cases that somebody has chosen.
 *
 * @param only whether just these are meant, and no other session; otherwise all but these
 * @param sequences numbers of the user's first messages in them, by the public or external id of their session
 */
public record ChosenCases(boolean only, Map<String, Set<Integer>> sequences) {

    public static final ChosenCases ALL = new ChosenCases(false, Map.of());

    public ChosenCases {
        Map<String, Set<Integer>> copy = new LinkedHashMap<>();
        sequences.forEach((session, numbers) -> copy.put(session, Set.copyOf(numbers)));
        sequences = Map.copyOf(copy);
    }

    /** Of that session. */
    public CaseChoice of(SessionSummary session) {
        Set<Integer> numbers = new HashSet<>(sequences.getOrDefault(session.id(), Set.of()));
        numbers.addAll(sequences.getOrDefault(session.externalId(), Set.of()));
        return new CaseChoice(only, numbers);
    }
}
