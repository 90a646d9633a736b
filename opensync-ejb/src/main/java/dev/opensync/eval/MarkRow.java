package dev.opensync.eval;

import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.session.EvalStatus;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code eval_mark}.
 *
 * @param reviewedMs null unless the session is chosen
 * @param counts null unless they are those of the session as it is
 */
record MarkRow(
        long sessionId,
        @Nullable Long reviewedMs,
        EvalStatus status,
        String notes,
        String expectedOutput,
        @Nullable CaseCounts counts) {

    static MarkRow of(Tuple row) {
        return new MarkRow(
                Objects.requireNonNull(number(row, "session_id")),
                number(row, "reviewed_ms"),
                EvalStatus.valueOf(row.get("status").toString()),
                Objects.toString(row.get("notes"), ""),
                Objects.toString(row.get("expected_output"), ""),
                counts(row));
    }

    private static @Nullable CaseCounts counts(Tuple row) {
        Long isCounted = number(row, "is_counted");
        return isCounted == null || isCounted == 0
                ? null
                : new CaseCounts(
                        count(row, "kept_messages"),
                        count(row, "turn_cases"),
                        count(row, "full_cases"),
                        count(row, "final_cases"));
    }

    private static int count(Tuple row, String name) {
        return Objects.requireNonNull(number(row, name)).intValue();
    }

    private static @Nullable Long number(Tuple row, String name) {
        return row.get(name) instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    EvalMark toMark(List<String> tags) {
        return new EvalMark(
                reviewedMs != null,
                reviewedMs == null ? null : Instant.ofEpochMilli(reviewedMs),
                status,
                notes,
                tags,
                expectedOutput);
    }
}
