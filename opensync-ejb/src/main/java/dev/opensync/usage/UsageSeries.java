package dev.opensync.usage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of days in a row. */
public final class UsageSeries {

    private UsageSeries() {}

    /** Every day from {@code first} to {@code last}, with zeros for those that are not in {@code days}. */
    static List<UsageGroup> filled(List<UsageGroup> days, LocalDate first, LocalDate last) {
        Map<LocalDate, Usage> usageByDay = new HashMap<>();
        days.forEach(day -> usageByDay.put(day.day(), day.usage()));
        return first.datesUntil(last.plusDays(1))
                .map(day -> UsageGroup.ofDay(day, usageByDay.getOrDefault(day, Usage.NONE)))
                .toList();
    }

    /** Days added up to periods, each named by its first day, in order. */
    public static List<UsageGroup> by(UsagePeriod period, List<UsageGroup> days) {
        SortedMap<LocalDate, Usage> usageByStart = new TreeMap<>();
        days.forEach(day -> usageByStart.merge(period.startOf(day.day()), day.usage(), Usage::plus));
        List<UsageGroup> periods = new ArrayList<>();
        usageByStart.forEach((start, usage) -> periods.add(UsageGroup.ofDay(start, usage)));
        return periods;
    }

    /** Each with everything before it. */
    public static List<UsageGroup> cumulative(List<UsageGroup> periods) {
        List<UsageGroup> sums = new ArrayList<>();
        Usage sum = Usage.NONE;
        for (UsageGroup period : periods) {
            sum = sum.plus(period.usage());
            sums.add(new UsageGroup(period.names(), sum));
        }
        return sums;
    }
}
