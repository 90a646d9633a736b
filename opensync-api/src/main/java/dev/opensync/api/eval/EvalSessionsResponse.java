package dev.opensync.api.eval;

import dev.opensync.eval.EvalCounts;
import dev.opensync.eval.MarkedSession;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page of chosen sessions, and how much there is in all that are meant; {@code nextCursor} is absent on the last page. */
public record EvalSessionsResponse(
        List<EvalSessionResponse> sessions,
        Stats stats,
        @Nullable String nextCursor) {

    static EvalSessionsResponse of(Page<MarkedSession> page, EvalCounts counts) {
        Cursor next = page.next();
        return new EvalSessionsResponse(
                page.items().stream().map(EvalSessionResponse::of).toList(),
                Stats.of(counts),
                next == null ? null : next.toString());
    }

    /** {@code uncounted}: sessions whose test cases are not in the total yet. */
    public record Stats(
            long total,
            Map<String, Long> bySource,
            Map<String, Long> byModel,
            Map<String, Long> byStatus,
            long totalTestCases,
            long uncounted) {

        static Stats of(EvalCounts counts) {
            return new Stats(
                    counts.sessions(),
                    counts.bySource(),
                    counts.byModel(),
                    Map.of(
                            "golden", counts.golden(),
                            "correct", counts.correct(),
                            "incorrect", counts.incorrect(),
                            "needs_review", counts.needsReview(),
                            "none", counts.none()),
                    counts.testCases(),
                    counts.uncounted());
        }
    }
}
