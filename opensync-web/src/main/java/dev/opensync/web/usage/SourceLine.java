package dev.opensync.web.usage;

import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageGroup;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.session.SourceBadge;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A coding tool with the number of its sessions and their part of all. */
public record SourceLine(String source, SourceBadge badge, String sessions, String percent, String tokens) {

    /** Most sessions first. */
    static List<SourceLine> of(List<UsageGroup> groups) {
        long all = groups.stream().mapToLong(group -> group.usage().sessions()).sum();
        return groups.stream()
                .sorted(Comparator.comparingLong(
                                (UsageGroup group) -> group.usage().sessions())
                        .reversed())
                .map(group -> of(group, all))
                .toList();
    }

    private static SourceLine of(UsageGroup group, long all) {
        String source = Objects.requireNonNullElse(group.name(UsageDimension.SOURCE), "");
        return new SourceLine(
                source,
                SourceBadge.of(source),
                Formats.grouped(group.usage().sessions()),
                Formats.percent(group.usage().sessions(), all),
                Formats.count(group.usage().tokens()));
    }
}
