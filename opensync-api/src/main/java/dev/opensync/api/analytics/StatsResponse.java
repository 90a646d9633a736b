package dev.opensync.api.analytics;

import dev.opensync.shared.Dollars;
import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageGroup;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sums over sessions of the caller, cost in US dollars; {@code groups} only if they were asked for. */
public record StatsResponse(
        long sessionCount,
        long messageCount,
        long totalTokens,
        BigDecimal totalCost,
        long totalDurationMs,
        Map<String, Share> modelUsage,
        @Nullable List<UsageRow> groups) {

    static StatsResponse of(List<UsageGroup> models, @Nullable List<UsageGroup> groups) {
        Map<String, Share> shareByModel = new LinkedHashMap<>();
        models.forEach(model -> shareByModel.put(name(model), Share.of(model.usage())));
        Usage sum = models.stream().map(UsageGroup::usage).reduce(Usage.NONE, Usage::plus);
        return new StatsResponse(
                sum.sessions(),
                sum.messages(),
                sum.tokens(),
                Dollars.ofMicros(sum.costMicros()),
                sum.durationMs(),
                shareByModel,
                groups == null ? null : groups.stream().map(UsageRow::of).toList());
    }

    private static String name(UsageGroup model) {
        return Objects.requireNonNull(model.name(UsageDimension.MODEL));
    }

    /** What one model has in the sums. */
    public record Share(long tokens, BigDecimal cost, long sessions) {

        static Share of(Usage usage) {
            return new Share(usage.tokens(), Dollars.ofMicros(usage.costMicros()), usage.sessions());
        }
    }
}
