package dev.opensync.web.usage;

import dev.opensync.usage.UsageGroup;
import dev.opensync.usage.UsagePeriod;
import dev.opensync.usage.UsageSeries;
import dev.opensync.usage.UsageService;
import dev.opensync.web.faces.Formats;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The days that a page is about, both included.
 *
 * @param range how many days up to today; null if the reader chose two days
 */
public record UsageDates(
        LocalDate from, LocalDate to, @Nullable Integer range) {

    /** As in the original OpenSync. */
    static final List<Integer> RANGES = List.of(7, 14, 30, 60, 90);

    private static final int USUAL_RANGE = 30;

    private static final int LAST_YEAR = 9998;

    /** More bars than this could not be told apart. */
    private static final int MOST_BARS = 400;

    /** From an address, which may be mistyped: what is no day counts as not given, days in the wrong order are exchanged. */
    static UsageDates of(@Nullable String range, @Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (first == null && last == null) {
            int days = RANGES.stream()
                    .filter(known -> known.toString().equals(range))
                    .findFirst()
                    .orElse(USUAL_RANGE);
            return new UsageDates(today.minusDays(days - 1), today, days);
        }
        LocalDate end = Objects.requireNonNullElse(last, today);
        LocalDate start = Objects.requireNonNullElse(first, end.minusDays(USUAL_RANGE - 1));
        return start.isAfter(end) ? bounded(end, start) : bounded(start, end);
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** {@code wanted}, or the next longer one with which a chart stays readable. */
    UsagePeriod period(UsagePeriod wanted) {
        return switch (wanted) {
            case DAILY -> days() > MOST_BARS ? period(UsagePeriod.WEEKLY) : wanted;
            case WEEKLY -> days() / 7 > MOST_BARS ? UsagePeriod.MONTHLY : wanted;
            case MONTHLY -> wanted;
        };
    }

    /** As they are, added up to longer periods where they are too many for a chart. */
    List<UsageGroup> inPeriods(List<UsageGroup> days) {
        return UsageSeries.by(period(UsagePeriod.DAILY), days);
    }

    /** How a period that begins on {@code start} is called. */
    String name(UsagePeriod period, LocalDate start) {
        if (period == UsagePeriod.MONTHLY) {
            return Formats.month(start);
        }
        return from.getYear() == to.getYear() ? Formats.day(start) : Formats.fullDay(start);
    }

    /** {@code Oct 23, 2026 – Nov 21, 2026}. */
    public String text() {
        return Formats.fullDay(from) + " – " + Formats.fullDay(to);
    }

    private static UsageDates bounded(LocalDate from, LocalDate to) {
        LocalDate earliest = to.minusDays(UsageService.MOST_DAYS - 1L);
        return new UsageDates(from.isBefore(earliest) ? earliest : from, to, null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
