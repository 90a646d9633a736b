package dev.opensync.session;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the owner of a session says of it as a test case.
 *
 * @param status name of an {@link EvalStatus}
 * @param tags spelled as in {@code eval_tag}
 */
public record SessionMarks(String status, List<String> tags) {

    /** Nothing was said. */
    public static final SessionMarks NONE = new SessionMarks(EvalStatus.NONE.name(), List.of());

    public SessionMarks {
        tags = List.copyOf(tags);
    }

    SessionMarks withTagsOf(SessionMarks other) {
        return new SessionMarks(
                status, Stream.concat(tags.stream(), other.tags.stream()).toList());
    }

    /** A tag as it is kept: no two differ by case or blanks alone. */
    public static String spelled(String tag) {
        return tag.strip().replaceAll("[\\s\\p{Cntrl}]+", " ").toLowerCase(Locale.ROOT);
    }
}
