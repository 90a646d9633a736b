package dev.opensync.usage.tool;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What the calls of one tool come to.
 *
 * @param results calls whose outcome is known
 * @param failures of those, the ones that failed
 * @param timedCalls calls of which it is known how long they took
 * @param durationMs of those together
 */
public record ToolSums(long calls, long results, long failures, long timedCalls, long durationMs) {

    static final ToolSums NONE = new ToolSums(0, 0, 0, 0, 0);

    /** From columns of these names. */
    static ToolSums of(ResultSet row) throws SQLException {
        return new ToolSums(
                row.getLong("calls"),
                row.getLong("results"),
                row.getLong("failures"),
                row.getLong("timed_calls"),
                row.getLong("duration_ms"));
    }

    static ToolSums ofCall() {
        return new ToolSums(1, 0, 0, 0, 0);
    }

    static ToolSums ofResult(boolean failed) {
        return new ToolSums(0, 1, failed ? 1 : 0, 0, 0);
    }

    static ToolSums ofTime(long durationMs) {
        return new ToolSums(0, 0, 0, 1, durationMs);
    }

    ToolSums plus(ToolSums other) {
        return new ToolSums(
                calls + other.calls,
                results + other.results,
                failures + other.failures,
                timedCalls + other.timedCalls,
                durationMs + other.durationMs);
    }

    ToolSums negated() {
        return new ToolSums(-calls, -results, -failures, -timedCalls, -durationMs);
    }

    /** 0 where no call was timed. */
    public long averageMs() {
        return timedCalls == 0 ? 0 : Math.round((double) durationMs / timedCalls);
    }
}
