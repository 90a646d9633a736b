package dev.opensync.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Periods in a row, each split between some groups and the rest.
 *
 * @param starts the first day of each period
 * @param layers in the order the groups were named; the rest, without a name, comes last and only if there is any
 */
public record UsageStack(List<LocalDate> starts, List<Layer> layers) {

    public UsageStack {
        starts = List.copyOf(starts);
        layers = List.copyOf(layers);
    }

    /**
     * One group over all periods.
     *
     * @param name null for what no named group has
     */
    public record Layer(@Nullable String name, List<Usage> usage) {

        public Layer {
            usage = List.copyOf(usage);
        }

        Layer cumulative() {
            List<Usage> sums = new ArrayList<>();
            Usage sum = Usage.NONE;
            for (Usage period : usage) {
                sum = sum.plus(period);
                sums.add(sum);
            }
            return new Layer(name, sums);
        }
    }

    /** {@code days}: all sums, without gaps; {@code parts}: those of the groups in {@code names} by day, gaps allowed. */
    public static UsageStack of(
            List<UsageGroup> days,
            List<UsageGroup> parts,
            UsagePeriod period,
            UsageDimension dimension,
            List<String> names) {
        if (days.isEmpty()) {
            return new UsageStack(List.of(), List.of());
        }
        List<UsageGroup> periods = UsageSeries.by(period, days);
        List<LocalDate> starts = periods.stream().map(UsageGroup::day).toList();
        Map<String, Map<LocalDate, Usage>> usageByStartByName = new HashMap<>();
        for (UsageGroup part : parts) {
            usageByStartByName
                    .computeIfAbsent(Objects.requireNonNullElse(part.name(dimension), ""), name -> new HashMap<>())
                    .merge(period.startOf(part.day()), part.usage(), Usage::plus);
        }
        List<Usage> rest = new ArrayList<>(usages(periods));
        List<Layer> layers = new ArrayList<>();
        for (String name : names) {
            Map<LocalDate, Usage> usageByStart = usageByStartByName.getOrDefault(name, Map.of());
            List<Usage> usage = starts.stream()
                    .map(start -> usageByStart.getOrDefault(start, Usage.NONE))
                    .toList();
            for (int i = 0; i < usage.size(); i++) {
                rest.set(i, rest.get(i).plus(usage.get(i).negated()));
            }
            layers.add(new Layer(name, usage));
        }
        if (!rest.stream().allMatch(Usage.NONE::equals)) {
            layers.add(new Layer(null, rest));
        }
        return new UsageStack(starts, layers);
    }

    /** Each period with everything before it. */
    public UsageStack cumulative() {
        return new UsageStack(starts, layers.stream().map(Layer::cumulative).toList());
    }

    private static List<Usage> usages(List<UsageGroup> periods) {
        return periods.stream().map(UsageGroup::usage).toList();
    }
}
