package dev.opensync.usage;

import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Sums over the sessions of one account, read from the daily ones; days are those of UTC. */
@Stateless
public class UsageService {

    /** Ten years: more is a mistake, or a session with a made-up time. */
    public static final int MOST_DAYS = 3660;

    static final int MOST_GROUPS = 10_000;

    @Inject
    UsageRepository usage;

    @Inject
    InstantSource clock;

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** For whoever needs the sums of a query in several ways. */
    public UsageMixes mixes(long accountId, UsageQuery query) {
        return usage.mixes(accountId, query);
    }

    public UsageTotals totals(long accountId, UsageQuery query) {
        return mixes(accountId, query).totals();
    }

    /** Most tokens first; models without sessions are left out. */
    public List<UsageGroup> byModel(long accountId, UsageQuery query) {
        return mixes(accountId, query).groups(Set.of(UsageDimension.MODEL));
    }

    /** The {@code limit} groups with the most tokens, those first. */
    public List<UsageGroup> largest(long accountId, UsageQuery query, UsageDimension dimension, int limit) {
        return mixes(accountId, query).largest(dimension, limit);
    }

    /**
     * By day, then most tokens first; by day alone with the days in between on which there was nothing. Fails with
     * {@code INVALID} for more days or groups than one answer should have.
     */
    public List<UsageGroup> groups(long accountId, UsageQuery query, Set<UsageDimension> dimensions) {
        if (dimensions.equals(Set.of(UsageDimension.DAY))) {
            return days(accountId, query);
        }
        List<UsageGroup> groups = dimensions.contains(UsageDimension.DAY)
                ? usage.groups(accountId, query, dimensions, MOST_GROUPS + 1)
                : mixes(accountId, query).groups(dimensions);
        if (groups.size() > MOST_GROUPS) {
            throw OpenSyncException.invalid("These are more than " + MOST_GROUPS
                    + " groups; take a shorter time with from and to, or group by less");
        }
        return groups;
    }

    /** Without bounds from the first day with a session to the last one. Fails with {@code INVALID} for too many days. */
    public List<UsageGroup> days(long accountId, UsageQuery query) {
        List<UsageGroup> found = usage.days(accountId, query);
        if (found.isEmpty() && (query.from() == null || query.to() == null)) {
            return found;
        }
        LocalDate first =
                Objects.requireNonNullElseGet(query.from(), () -> found.get(0).day());
        LocalDate last = Objects.requireNonNullElseGet(
                query.to(), () -> found.get(found.size() - 1).day());
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            throw OpenSyncException.invalid(
                    "These are more than " + MOST_DAYS + " days; take a shorter time with from and to");
        }
        return UsageSeries.filled(found, first, last);
    }

    /** When in the week of {@code zone} sessions began; an hour may come several times. The query must have both days. */
    public List<HourOfWeek> hoursOfWeek(long accountId, UsageQuery query, ZoneId zone) {
        LocalDate last = Objects.requireNonNull(query.to());
        Set<String> sources = query.accepted().getOrDefault(UsageDimension.SOURCE, Set.of());
        List<HourOfWeek> hours = new ArrayList<>();
        LocalDate from = Objects.requireNonNull(query.from());
        while (!from.isAfter(last)) {
            Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
            ZoneOffset offset = zone.getRules().getOffset(start);
            LocalDate to = lastWith(zone, start, last);
            usage.hours(accountId, from, to, sources).forEach(hour -> hours.add(hour.at(offset)));
            from = to.plusDays(1);
        }
        return hours;
    }

    /** The day on which clocks are changed next, at most {@code last}. */
    private static LocalDate lastWith(ZoneId zone, Instant start, LocalDate last) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(start);
        LocalDate day = change == null ? last : LocalDate.ofInstant(change.getInstant(), ZoneOffset.UTC);
        return day.isAfter(last) ? last : day;
    }

    /** By day and name, only those {@code names}; days without such a session are left out. */
    public List<UsageGroup> daysOf(
            long accountId, UsageQuery query, UsageDimension dimension, Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : usage.groups(
                        accountId,
                        query.accepting(dimension, names),
                        Set.of(UsageDimension.DAY, dimension),
                        Integer.MAX_VALUE);
    }

    /** One group for each period in the days of the query, named by its first day; bounds and failures as in {@link #days}. */
    public List<UsageGroup> trend(long accountId, UsageQuery query, UsagePeriod period) {
        return UsageSeries.by(period, days(accountId, query));
    }
}
