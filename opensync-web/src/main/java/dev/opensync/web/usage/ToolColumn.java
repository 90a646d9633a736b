package dev.opensync.web.usage;

import dev.opensync.usage.tool.ToolUsage;
import java.util.Comparator;
import java.util.Locale;

/** What the table of tools can be ordered by. */
public enum ToolColumn {
    NAME,
    CALLS,
    SESSIONS,
    AVERAGE,
    TOTAL,
    FAILURES,
    RATE;

    /** Of equal tools the one with more calls comes first, either way. */
    Comparator<ToolUsage> order(boolean ascending) {
        return (ascending ? lowestFirst() : lowestFirst().reversed())
                .thenComparing(CALLS.lowestFirst().reversed())
                .thenComparing(ToolUsage::tool);
    }

    private Comparator<ToolUsage> lowestFirst() {
        return switch (this) {
            case NAME -> Comparator.comparing(ToolUsage::tool, String.CASE_INSENSITIVE_ORDER);
            case CALLS -> Comparator.comparingLong(tool -> tool.sums().calls());
            case SESSIONS -> Comparator.comparingLong(ToolUsage::sessions);
            case AVERAGE -> Comparator.comparingLong(tool -> tool.sums().averageMs());
            case TOTAL -> Comparator.comparingLong(tool -> tool.sums().durationMs());
            case FAILURES -> Comparator.comparingLong(tool -> tool.sums().failures());
            case RATE -> Comparator.comparingDouble(ToolColumn::rate);
        };
    }

    private static double rate(ToolUsage tool) {
        long results = tool.sums().results();
        return results == 0 ? 0 : (double) tool.sums().failures() / results;
    }

    /** As it stands in addresses and in the keys of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
