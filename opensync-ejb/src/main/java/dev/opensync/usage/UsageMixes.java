package dev.opensync.usage;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sessions of a query come to, read once and then added up by any of their names; days are not told apart. */
public record UsageMixes(List<Mix> mixes) {

    public UsageMixes {
        mixes = List.copyOf(mixes);
    }

    /**
     * What the sessions that have all these names in common come to.
     *
     * @param names those of each dimension but the day; without one where the sessions have no project
     * @param last the last day on which one of them began
     */
    public record Mix(Map<UsageDimension, String> names, Usage usage, LocalDate last) {

        public Mix {
            names = Map.copyOf(names);
        }

        @Nullable
        String name(UsageDimension dimension) {
            return names.get(dimension);
        }

        private Map<UsageDimension, String> names(Set<UsageDimension> dimensions) {
            Map<UsageDimension, String> kept = new EnumMap<>(UsageDimension.class);
            kept.putAll(names);
            kept.keySet().retainAll(dimensions);
            return kept;
        }
    }

    /** Those with this name; all of them if it is null. */
    public UsageMixes of(UsageDimension dimension, @Nullable String name) {
        return name == null
                ? this
                : new UsageMixes(mixes.stream()
                        .filter(mix -> name.equals(mix.name(dimension)))
                        .toList());
    }

    public Usage sum() {
        return mixes.stream().map(Mix::usage).reduce(Usage.NONE, Usage::plus);
    }

    public UsageTotals totals() {
        return new UsageTotals(sum(), different(UsageDimension.MODEL), different(UsageDimension.PROJECT));
    }

    /** Most tokens first. */
    public List<UsageEntry> entries(UsageDimension dimension) {
        Map<@Nullable String, UsageEntry> entryByName = new HashMap<>();
        for (Mix mix : mixes) {
            String name = mix.name(dimension);
            entryByName.merge(name, new UsageEntry(name, mix.usage(), mix.last()), UsageEntry::plus);
        }
        return entryByName.values().stream()
                .sorted(Comparator.comparingLong(
                                (UsageEntry entry) -> entry.usage().tokens())
                        .reversed()
                        .thenComparing(entry -> Objects.requireNonNullElse(entry.name(), "")))
                .toList();
    }

    /** Most tokens first. */
    public List<UsageGroup> groups(Set<UsageDimension> dimensions) {
        Map<Map<UsageDimension, String>, Usage> usageByNames = new HashMap<>();
        mixes.forEach(mix -> usageByNames.merge(mix.names(dimensions), mix.usage(), Usage::plus));
        return usageByNames.entrySet().stream()
                .map(group -> new UsageGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingLong(
                                (UsageGroup group) -> group.usage().tokens())
                        .reversed()
                        .thenComparing(group -> text(group, dimensions)))
                .toList();
    }

    /** The {@code limit} groups with the most tokens, those first. */
    public List<UsageGroup> largest(UsageDimension dimension, int limit) {
        List<UsageGroup> groups = groups(EnumSet.of(dimension));
        return groups.subList(0, Math.min(limit, groups.size()));
    }

    private long different(UsageDimension dimension) {
        return mixes.stream()
                .map(mix -> mix.name(dimension))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static String text(UsageGroup group, Set<UsageDimension> dimensions) {
        return dimensions.stream()
                .map(dimension -> Objects.requireNonNullElse(group.name(dimension), ""))
                .collect(joining("\0"));
    }
}
