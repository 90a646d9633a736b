package dev.opensync.api.analytics;

import dev.opensync.usage.UsageGroup;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageTotals;
import java.math.BigDecimal;
import java.util.List;

/** The models of some days, most tokens first, and how many there are beyond the limit. */
public record ModelTableResponse(String from, String to, long modelCount, List<Line> models) {

    static ModelTableResponse of(UsageQuery query, UsageTotals all, List<UsageGroup> models) {
        return new ModelTableResponse(
                String.valueOf(query.from()),
                String.valueOf(query.to()),
                all.models(),
                models.stream()
                        .map(model -> Line.of(model, all.usage().tokens()))
                        .toList());
    }

    /** One model; {@code tokenShare} is its part of all tokens, from 0 to 1. */
    public record Line(UsageRow usage, BigDecimal averageDurationMs, BigDecimal tokenShare) {

        static Line of(UsageGroup model, long allTokens) {
            return new Line(
                    UsageRow.of(model),
                    Ratio.of(model.usage().durationMs(), model.usage().sessions(), 0),
                    Ratio.of(model.usage().tokens(), allTokens, Ratio.SHARE_SCALE));
        }
    }
}
