package dev.opensync.eval;

import dev.opensync.session.SessionMarks;
import dev.opensync.shared.OpenSyncException;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** What may be a tag, and how many a session may have. */
public final class EvalTag {

    /** Width of the column. */
    public static final int MOST_CHARS = 50;

    public static final int MOST_OF_A_SESSION = 20;

    private EvalTag() {}

    /** Fails with {@code INVALID}. */
    static SortedSet<String> normalise(Collection<String> tags) {
        SortedSet<String> normal = new TreeSet<>();
        for (String tag : tags) {
            String spelled = SessionMarks.spelled(tag);
            if (spelled.isEmpty()
                    || spelled.contains(",")
                    || spelled.codePointCount(0, spelled.length()) > MOST_CHARS) {
                throw OpenSyncException.invalid("A tag must have 1 to " + MOST_CHARS + " characters and no comma")
                        .as("tag", MOST_CHARS);
            }
            normal.add(spelled);
        }
        return normal;
    }

    static OpenSyncException tooMany() {
        return OpenSyncException.invalid("A session may have at most " + MOST_OF_A_SESSION + " tags")
                .as("tags", MOST_OF_A_SESSION);
    }
}
