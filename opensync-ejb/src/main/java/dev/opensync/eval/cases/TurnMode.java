package dev.opensync.eval.cases;

import java.util.Locale;

/** What of a session is one test case. */
public enum TurnMode {
    /** Each question of the user together with its answer. */
    PER_TURN,
    /** All questions together, and all answers. */
    FULL,
    /** The last question, if it was answered at once. */
    FINAL_ONLY;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
