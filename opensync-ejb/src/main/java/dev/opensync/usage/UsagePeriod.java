package dev.opensync.usage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long a step of a trend is. Weeks begin on Sunday, as in the original OpenSync. */
public enum UsagePeriod {
    DAILY,
    WEEKLY,
    MONTHLY;

    /** The first day of the period that {@code day} is in. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case MONTHLY -> day.withDayOfMonth(1);
        };
    }

    /** {@code start} is the first day of a period, the answer that of the one {@code periods} earlier. */
    public LocalDate earlier(LocalDate start, int periods) {
        return switch (this) {
            case DAILY -> start.minusDays(periods);
            case WEEKLY -> start.minusWeeks(periods);
            case MONTHLY -> start.minusMonths(periods);
        };
    }
}
