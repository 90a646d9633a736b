package dev.opensync.web.usage;

import dev.opensync.usage.tool.ToolSums;
import dev.opensync.usage.tool.ToolUsage;
import dev.opensync.web.faces.Formats;
import java.util.List;

/**
 * The table of tools.
 *
 * @param matching how many tools meet what was chosen; {@code rows} are at most the first of them
 * @param all how many there are
 */
public record ToolTable(List<Row> rows, int matching, int all) {

    private static final int MOST_ROWS = 200;

    /**
     * One tool, every value as it is written.
     *
     * @param average empty where it is not known how long any call took
     * @param rate empty where it is not known how any call ended
     */
    public record Row(
            String name, String calls, String sessions, String average, String total, String failures, String rate) {

        static Row of(ToolUsage tool) {
            ToolSums sums = tool.sums();
            boolean timed = sums.timedCalls() > 0;
            return new Row(
                    tool.tool(),
                    Formats.grouped(sums.calls()),
                    Formats.grouped(tool.sessions()),
                    timed ? Formats.shortDuration(sums.averageMs()) : "",
                    timed ? Formats.shortDuration(sums.durationMs()) : "",
                    Formats.grouped(sums.failures()),
                    sums.results() == 0 ? "" : Formats.percent(sums.failures(), sums.results()));
        }
    }

    static ToolTable of(List<ToolUsage> tools, ToolChoice choice) {
        List<ToolUsage> matching = choice.of(tools);
        return new ToolTable(matching.stream().limit(MOST_ROWS).map(Row::of).toList(), matching.size(), tools.size());
    }
}
