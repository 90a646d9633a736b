package dev.opensync.api.analytics;

import dev.opensync.shared.Dollars;
import dev.opensync.usage.ModelUsage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Sums over all sessions of the caller; cost in US dollars. */
public record StatsResponse(
        long sessionCount,
        long messageCount,
        long totalTokens,
        BigDecimal totalCost,
        long totalDurationMs,
        Map<String, Share> modelUsage) {

    static StatsResponse of(List<ModelUsage> models) {
        Map<String, Share> shareByModel = new LinkedHashMap<>();
        models.forEach(model -> shareByModel.put(model.model(), Share.of(model)));
        return new StatsResponse(
                sum(models, ModelUsage::sessions),
                sum(models, ModelUsage::messages),
                sum(models, ModelUsage::tokens),
                Dollars.ofMicros(sum(models, ModelUsage::costMicros)),
                sum(models, ModelUsage::durationMillis),
                shareByModel);
    }

    private static long sum(List<ModelUsage> models, ToLongFunction<ModelUsage> number) {
        return models.stream().mapToLong(number).sum();
    }

    /** What one model has in the sums. */
    public record Share(long tokens, BigDecimal cost, long sessions) {

        static Share of(ModelUsage usage) {
            return new Share(usage.tokens(), Dollars.ofMicros(usage.costMicros()), usage.sessions());
        }
    }
}
