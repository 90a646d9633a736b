package dev.opensync.eval;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much there is in chosen sessions.
 *
 * @param testCases questions with an answer, as an export per turn has them
 * @param none not judged
 * @param uncounted sessions whose test cases are not in {@code testCases} yet
 * @param bySource sessions of each source, most first
 * @param byModel sessions of each model, most first
 * @param lastExport of the account, null if there was none
 */
public record EvalCounts(
        long sessions,
        long testCases,
        long golden,
        long correct,
        long incorrect,
        long needsReview,
        long none,
        long uncounted,
        Map<String, Long> bySource,
        Map<String, Long> byModel,
        @Nullable Instant lastExport) {

    /** Those that somebody has to look at. */
    public long toReview() {
        return needsReview + none;
    }
}
