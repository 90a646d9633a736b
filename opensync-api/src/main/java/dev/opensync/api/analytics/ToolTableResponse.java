package dev.opensync.api.analytics;

import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.tool.ToolUsage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools that the sessions of some days called, most calls first, and how many there are beyond the limit. */
public record ToolTableResponse(String from, String to, int toolCount, List<Line> tools) {

    static ToolTableResponse of(UsageQuery query, List<ToolUsage> tools, int limit) {
        return new ToolTableResponse(
                String.valueOf(query.from()),
                String.valueOf(query.to()),
                tools.size(),
                tools.stream().limit(limit).map(Line::of).toList());
    }

    /**
     * One tool.
     *
     * @param averageDurationMs absent where it is not known how long any call took
     * @param failureRate part of the calls with a known outcome, from 0 to 1; absent where there is none
     */
    public record Line(
            String tool,
            long sessions,
            long calls,
            long results,
            long failures,
            @Nullable BigDecimal failureRate,
            long timedCalls,
            long durationMs,
            @Nullable Long averageDurationMs) {

        static Line of(ToolUsage tool) {
            var sums = tool.sums();
            return new Line(
                    tool.tool(),
                    tool.sessions(),
                    sums.calls(),
                    sums.results(),
                    sums.failures(),
                    sums.results() == 0 ? null : Ratio.of(sums.failures(), sums.results(), Ratio.SHARE_SCALE),
                    sums.timedCalls(),
                    sums.durationMs(),
                    sums.timedCalls() == 0 ? null : Long.valueOf(sums.averageMs()));
        }
    }
}
