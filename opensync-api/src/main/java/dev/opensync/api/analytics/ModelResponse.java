package dev.opensync.api.analytics;

import dev.opensync.usage.UsageGroup;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageTotals;
import java.util.List;

/** One model: what it comes to in some days, on each of them, and in which projects, those with the most tokens first. */
public record ModelResponse(
        String model,
        String from,
        String to,
        UsageRow usage,
        List<UsageRow> days,
        long projectCount,
        List<UsageRow> projects) {

    static ModelResponse of(
            String model, UsageQuery query, UsageTotals totals, List<UsageGroup> days, List<UsageGroup> projects) {
        return new ModelResponse(
                model,
                String.valueOf(query.from()),
                String.valueOf(query.to()),
                UsageRow.of(totals.usage()),
                days.stream().map(UsageRow::of).toList(),
                totals.projects(),
                projects.stream().map(UsageRow::of).toList());
    }
}
