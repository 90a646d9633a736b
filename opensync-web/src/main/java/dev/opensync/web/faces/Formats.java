package dev.opensync.web.faces;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, durations and times are written everywhere in the console. */
public final class Formats {

    private static final int MICROS_SCALE = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private Formats() {}

    /** {@code 999}, {@code 1.2K}, {@code 3.4M}. */
    public static String count(long number) {
        if (number >= 1_000_000) {
            return oneDigit(number, 1_000_000) + "M";
        }
        // 999 950 and more would be rounded up to "1000.0K".
        if (number >= 999_950) {
            return "1.0M";
        }
        return number >= 1_000 ? oneDigit(number, 1_000) + "K" : Long.toString(number);
    }

    /** {@code 999}, {@code 1,284}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Millionths of a US dollar as {@code $1,906.42}. */
    public static String money(long micros) {
        return "$" + String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(micros, MICROS_SCALE));
    }

    /** {@code 66%}, and {@code <1%} for what is little but not nothing. */
    public static String percent(long part, long whole) {
        if (whole == 0 || part == 0) {
            return "0%";
        }
        long rounded = Math.round(100.0 * part / whole);
        return rounded == 0 ? "<1%" : rounded + "%";
    }

    /** {@code Oct 23}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code Oct 23, 2026}. */
    public static String fullDay(LocalDate day) {
        return FULL_DAY.format(day);
    }

    /** {@code Oct 2026}. */
    public static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /** {@code 0s}, {@code 42s}, {@code 3m 12s}, {@code 2h 5m}. */
    public static String duration(long millis) {
        Duration duration = Duration.ofMillis(Math.max(0, millis));
        if (duration.toHours() > 0) {
            return duration.toHours() + "h " + duration.toMinutesPart() + "m";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + "m " + duration.toSecondsPart() + "s"
                : duration.toSeconds() + "s";
    }

    /** {@code now}, {@code 5m ago}, {@code 3h ago}, {@code 2d ago}; from a week on the date in UTC. */
    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + "m ago";
        }
        if (age.toDays() < 1) {
            return age.toHours() + "h ago";
        }
        return age.toDays() < 7
                ? age.toDays() + "d ago"
                : LocalDate.ofInstant(then, ZoneOffset.UTC).toString();
    }

    private static String oneDigit(long number, long unit) {
        return String.format(Locale.ROOT, "%.1f", (double) number / unit);
    }
}
