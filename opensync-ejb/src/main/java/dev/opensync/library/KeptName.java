package dev.opensync.library;

import dev.opensync.shared.OpenSyncException;
import java.util.regex.Pattern;

/** What somebody calls a thing to find it again. */
final class KeptName {

    private static final int MOST_CHARS = 200;
    private static final int DERIVED_CHARS = 80;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}]+");

    private KeptName() {}

    /** On one line. Fails with {@code INVALID} if it is too long or, without {@code otherwise}, blank. */
    static String of(String name, String otherwise) {
        String given = line(name);
        if (given.codePointCount(0, given.length()) > MOST_CHARS) {
            throw OpenSyncException.invalid("name must have at most " + MOST_CHARS + " characters");
        }
        if (!given.isEmpty()) {
            return given;
        }
        String derived = line(otherwise);
        if (derived.isEmpty()) {
            throw OpenSyncException.invalid("name must not be empty");
        }
        int length = derived.codePointCount(0, derived.length());
        return length <= DERIVED_CHARS
                ? derived
                : derived.substring(0, derived.offsetByCodePoints(0, DERIVED_CHARS)) + "…";
    }

    private static String line(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
