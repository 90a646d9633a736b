package dev.opensync.api.analytics;

import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageTotals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Totals of some days beside those of as many days before them. */
public record OverviewResponse(Totals current, Totals previous, Change change, Efficiency efficiency) {

    static OverviewResponse of(UsageQuery query, UsageTotals totals, UsageQuery before, UsageTotals earlier) {
        return new OverviewResponse(
                Totals.of(query, totals),
                Totals.of(before, earlier),
                Change.of(earlier.usage(), totals.usage()),
                Efficiency.of(totals.usage()));
    }

    /** The sums of the days {@code from} to {@code to}, both included, and how many models and projects are in them. */
    public record Totals(String from, String to, long models, long projects, UsageRow usage) {

        static Totals of(UsageQuery query, UsageTotals totals) {
            return new Totals(
                    String.valueOf(query.from()),
                    String.valueOf(query.to()),
                    totals.models(),
                    totals.projects(),
                    UsageRow.of(totals.usage()));
        }
    }

    /** By what part each sum grew: 0.5 is half as much again, -1 is nothing left; absent where there was nothing before. */
    public record Change(
            @Nullable BigDecimal sessions,
            @Nullable BigDecimal messages,
            @Nullable BigDecimal totalTokens,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal durationMs) {

        static Change of(Usage before, Usage now) {
            return new Change(
                    growth(before.sessions(), now.sessions()),
                    growth(before.messages(), now.messages()),
                    growth(before.tokens(), now.tokens()),
                    growth(before.costMicros(), now.costMicros()),
                    growth(before.durationMs(), now.durationMs()));
        }

        private static @Nullable BigDecimal growth(long before, long now) {
            return before == 0 ? null : Ratio.of(now - before, before, Ratio.SHARE_SCALE);
        }
    }

    /** The ratios of the dashboard of the original OpenSync; 0 where there is nothing to divide by. */
    public record Efficiency(
            BigDecimal costPerSession,
            BigDecimal costPerThousandTokens,
            BigDecimal promptPerCompletion,
            BigDecimal tokensPerSession,
            BigDecimal tokensPerMessage) {

        private static final int DOLLARS_SCALE = 4;
        private static final int RATIO_SCALE = 2;
        private static final long MICROS = 1_000_000;
        private static final long THOUSANDTHS_OF_MICROS = 1_000;

        static Efficiency of(Usage usage) {
            return new Efficiency(
                    Ratio.of(usage.costMicros(), usage.sessions() * MICROS, DOLLARS_SCALE),
                    Ratio.of(usage.costMicros(), usage.tokens() * THOUSANDTHS_OF_MICROS, DOLLARS_SCALE),
                    Ratio.of(usage.promptTokens(), usage.completionTokens(), RATIO_SCALE),
                    Ratio.of(usage.tokens(), usage.sessions(), 0),
                    Ratio.of(usage.tokens(), usage.messages(), 0));
        }
    }
}
