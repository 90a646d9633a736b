package dev.opensync.eval;

import dev.opensync.session.EvalStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the chosen sessions are meant. A condition that is null or empty does not count; names are compared exactly.
 *
 * @param statuses one of them
 * @param tags at least one of them
 * @param from created then or later
 * @param until created before
 * @param project part of its name or path, in any case of letters
 */
public record EvalFilter(
        @Nullable String source,
        @Nullable String model,
        Set<EvalStatus> statuses,
        Set<String> tags,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long minTokens,
        @Nullable String project) {

    /** All of them. */
    public static final EvalFilter ALL = new EvalFilter(null, null, Set.of(), Set.of(), null, null, null, null);

    public EvalFilter {
        statuses = Set.copyOf(statuses);
        tags = Set.copyOf(tags);
    }
}
