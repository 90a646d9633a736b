package dev.opensync.session;

import java.util.Locale;

/** How the owner of a session judges what the coding tool did. */
public enum EvalStatus {
    /** An example to follow. */
    GOLDEN,
    CORRECT,
    INCORRECT,
    NEEDS_REVIEW,
    /** Not judged. */
    NONE;

    /** As it stands in JSON: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
