package dev.opensync.session;

import java.util.Collection;
import java.util.Set;

/**
 * What the owner must have said of a session for evaluations; an empty set does not count.
 *
 * @param statuses one of them, named as in {@code eval_mark}
 * @param tags at least one of them, spelled as in {@code eval_tag}
 */
public record MarkCondition(Set<String> statuses, Set<String> tags) {

    public static final MarkCondition ANY = new MarkCondition(Set.of(), Set.of());

    /** Of a session that nobody has judged. */
    private static final String NONE = "NONE";

    public MarkCondition {
        statuses = Set.copyOf(statuses);
        tags = Set.copyOf(tags);
    }

    public boolean isAny() {
        return statuses.isEmpty() && tags.isEmpty();
    }

    boolean takesUnjudged() {
        return statuses.contains(NONE);
    }

    /** Whether a session with that status and these tags meets it. */
    public boolean meets(String status, Collection<String> itsTags) {
        return (statuses.isEmpty() || statuses.contains(status))
                && (tags.isEmpty() || itsTags.stream().anyMatch(tags::contains));
    }
}
