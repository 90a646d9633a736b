package dev.opensync.api.analytics;

import dev.opensync.shared.Dollars;
import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageGroup;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What some sessions come to, cost in US dollars, and what they have in common; days are written as 2026-01-31. */
public record UsageRow(
        @Nullable String day,
        @Nullable String model,
        @Nullable String provider,
        @Nullable String project,
        @Nullable String source,
        long sessions,
        long messages,
        long promptTokens,
        long completionTokens,
        long totalTokens,
        BigDecimal cost,
        long durationMs) {

    /** Of sessions that need not have anything in common. */
    static UsageRow of(Usage usage) {
        return of(new UsageGroup(Map.of(), usage));
    }

    static UsageRow of(UsageGroup group) {
        Usage usage = group.usage();
        return new UsageRow(
                group.name(UsageDimension.DAY),
                group.name(UsageDimension.MODEL),
                group.name(UsageDimension.PROVIDER),
                group.name(UsageDimension.PROJECT),
                group.name(UsageDimension.SOURCE),
                usage.sessions(),
                usage.messages(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.tokens(),
                Dollars.ofMicros(usage.costMicros()),
                usage.durationMs());
    }
}
