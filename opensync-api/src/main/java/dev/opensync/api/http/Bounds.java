package dev.opensync.api.http;

import dev.opensync.shared.OpenSyncException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Numbers, days and times of query parameters; what is none fails with {@code INVALID} in words that name the parameter. */
public final class Bounds {

    private static final String DAY = "a day such as 2026-01-31";
    private static final int MOST_DIGITS = 18;

    /** What a date column and every reader of ISO 8601 takes. */
    private static final int LAST_YEAR = 9999;

    private Bounds() {}

    /** A whole number of at least {@code least}; absent or empty gives null. */
    public static @Nullable Long number(String parameter, @Nullable String text, long least) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String digits = text.strip();
        if (!digits.matches("\\d{1," + MOST_DIGITS + "}") || Long.parseLong(digits) < least) {
            throw OpenSyncException.invalid(parameter + " must be a whole number, at least " + least);
        }
        return Long.parseLong(digits);
    }

    /** Absent or empty gives null. */
    public static @Nullable LocalDate day(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return inCalendar(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            throw OpenSyncException.invalid(parameter + " must be " + DAY);
        }
    }

    /** A time, or the beginning of a day in UTC; absent or empty gives null. */
    public static @Nullable Instant from(String parameter, @Nullable String text) {
        return time(parameter, text, 0);
    }

    /** The first moment that is too late: of a day, which belongs to the span, the beginning of the next one. */
    public static @Nullable Instant until(String parameter, @Nullable String text) {
        return time(parameter, text, 1);
    }

    private static @Nullable Instant time(String parameter, @Nullable String text, int addedDays) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String time = text.strip();
        try {
            if (time.matches("\\d{1," + MOST_DIGITS + "}")) {
                return Instant.ofEpochMilli(Long.parseLong(time));
            }
            return time.contains("T")
                    ? inCalendar(Instant.parse(time))
                    : inCalendar(LocalDate.parse(time))
                            .plusDays(addedDays)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw OpenSyncException.invalid(parameter + " must be " + DAY
                    + ", a time such as 2026-01-31T18:00:00Z, or milliseconds since 1970");
        }
    }

    private static Instant inCalendar(Instant time) {
        // Of year 1000000000, say, there are no milliseconds.
        inCalendar(LocalDate.ofInstant(time, ZoneOffset.UTC));
        return time;
    }

    private static LocalDate inCalendar(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("beyond the years of a calendar");
        }
        return day;
    }
}
