package dev.opensync.eval;

import dev.opensync.session.EvalStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants changed of the marks of one or more sessions; what is null stays.
 *
 * @param ready whether they are chosen for evaluations
 * @param notes empty removes them
 * @param tags instead of those there are
 * @param expectedOutput empty removes it
 * @param addedTags beside those there are
 */
public record EvalChange(
        @Nullable Boolean ready,
        @Nullable EvalStatus status,
        @Nullable String notes,
        @Nullable List<String> tags,
        @Nullable String expectedOutput,
        Set<String> addedTags,
        Set<String> removedTags) {

    public EvalChange {
        tags = tags == null ? null : List.copyOf(tags);
        addedTags = Set.copyOf(addedTags);
        removedTags = Set.copyOf(removedTags);
    }

    boolean isOfTags() {
        return tags != null || !addedTags.isEmpty() || !removedTags.isEmpty();
    }

    public static EvalChange ready(boolean ready) {
        return of(ready, null, null, null, null);
    }

    public static EvalChange status(EvalStatus status) {
        return of(null, status, null, null, null);
    }

    public static EvalChange tags(Set<String> added, Set<String> removed) {
        return new EvalChange(null, null, null, null, null, added, removed);
    }

    public static EvalChange of(
            @Nullable Boolean ready,
            @Nullable EvalStatus status,
            @Nullable String notes,
            @Nullable List<String> tags,
            @Nullable String expectedOutput) {
        return new EvalChange(ready, status, notes, tags, expectedOutput, Set.of(), Set.of());
    }
}
