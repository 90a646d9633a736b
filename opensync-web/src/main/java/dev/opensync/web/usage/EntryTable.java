package dev.opensync.web.usage;

import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageEntry;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.session.SourceBadge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of the analytics.
 *
 * @param matching how many entries meet what was chosen; {@code rows} are at most the first of them
 * @param all how many there are
 */
public record EntryTable(List<Row> rows, int matching, int all) {

    /** More would be searched, not read. */
    private static final int MOST_ROWS = 200;

    /** One entry; {@code badge} only of tools, {@code last} a day. */
    public record Row(@Nullable SourceBadge badge, UsageLine line, String last) {}

    static EntryTable of(List<UsageEntry> entries, TableChoice choice) {
        List<UsageEntry> matching = choice.of(entries);
        long tokens =
                entries.stream().mapToLong(entry -> entry.usage().tokens()).sum();
        return new EntryTable(
                matching.stream()
                        .limit(MOST_ROWS)
                        .map(entry -> row(entry, choice.dimension(), tokens))
                        .toList(),
                matching.size(),
                entries.size());
    }

    private static Row row(UsageEntry entry, UsageDimension dimension, long tokens) {
        String name = entry.name();
        SourceBadge badge = dimension == UsageDimension.SOURCE && name != null ? SourceBadge.of(name) : null;
        return new Row(
                badge,
                UsageLine.of(badge == null ? name : badge.name(), entry.usage(), tokens, 0),
                Formats.fullDay(entry.last()));
    }
}
