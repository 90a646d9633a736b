package dev.opensync.usage;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Everything of an account, read once: the sums by source and those by model are made of the same slices. */
public record StoredUsage(List<Slice> slices) {

    public StoredUsage {
        slices = List.copyOf(slices);
    }

    /**
     * What the sessions with the same source and model come to.
     *
     * @param last the last day on which one of them began
     */
    public record Slice(String source, String model, Usage usage, LocalDate last) {}

    public Usage total() {
        return sum(slices);
    }

    /** Most tokens first. */
    public List<UsageEntry> bySource() {
        return by(slices.stream().collect(groupingBy(Slice::source)));
    }

    /** Most tokens first. */
    public List<UsageEntry> byModel() {
        return by(slices.stream().collect(groupingBy(Slice::model)));
    }

    private static List<UsageEntry> by(Map<String, List<Slice>> slicesByName) {
        List<UsageEntry> entries = new ArrayList<>();
        slicesByName.forEach((name, parts) -> entries.add(new UsageEntry(
                name,
                sum(parts),
                parts.stream().map(Slice::last).max(Comparator.naturalOrder()).orElseThrow())));
        entries.sort(
                Comparator.comparingLong((UsageEntry entry) -> entry.usage().tokens())
                        .reversed());
        return entries;
    }

    private static Usage sum(List<Slice> slices) {
        return slices.stream().map(Slice::usage).reduce(Usage.NONE, Usage::plus);
    }
}
