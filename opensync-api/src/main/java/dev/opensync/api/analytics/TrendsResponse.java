package dev.opensync.api.analytics;

import dev.opensync.usage.UsageGroup;
import dev.opensync.usage.UsagePeriod;
import dev.opensync.usage.UsageQuery;
import java.util.List;
import java.util.Locale;

/** Sums of days, weeks or months in a row; the {@code day} of each is its first, also where {@code from} is a later one. */
public record TrendsResponse(String period, String from, String to, List<UsageRow> points) {

    static TrendsResponse of(UsagePeriod period, UsageQuery query, List<UsageGroup> points) {
        return new TrendsResponse(
                period.name().toLowerCase(Locale.ROOT),
                String.valueOf(query.from()),
                String.valueOf(query.to()),
                points.stream().map(UsageRow::of).toList());
    }
}
