package dev.opensync.eval.cases;

import java.util.Set;

/**
 * Which test cases of one session are meant.
 *
 * @param only whether just those with these numbers are meant, or all but those
 * @param sequences of the user's first message in them
 */
public record CaseChoice(boolean only, Set<Integer> sequences) {

    public static final CaseChoice ALL = new CaseChoice(false, Set.of());

    public CaseChoice {
        sequences = Set.copyOf(sequences);
    }

    public boolean isAll() {
        return !only && sequences.isEmpty();
    }

    boolean has(EvalCase testCase) {
        return sequences.contains(testCase.sequence()) == only;
    }
}
