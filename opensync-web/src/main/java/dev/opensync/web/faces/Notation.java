package dev.opensync.web.faces;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How numbers, durations and times are written in one language and zone. The browser writes times alike: see console.js. */
record Notation(Locale locale, ZoneId zone) {

    private static final int MICROS_SCALE = 6;
    private static final int CENTS_SCALE = 2;
    private static final int FINE_SCALE = 4;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int DAYS_PER_WEEK = 7;

    String count(long number) {
        if (number >= 1_000_000) {
            return text("format_million", oneDigit(number, 1_000_000));
        }
        // 999 950 and more would be rounded up to "1000.0K".
        if (number >= 999_950) {
            return text("format_million", oneDigit(1, 1));
        }
        return number >= 1_000 ? text("format_thousand", oneDigit(number, 1_000)) : Long.toString(number);
    }

    String grouped(long number) {
        return number >= 0 && number < 1_000 ? Long.toString(number) : String.format(locale, "%,d", number);
    }

    String decimal(BigDecimal number) {
        return String.format(locale, "%,." + number.scale() + "f", number);
    }

    String money(long micros) {
        return dollars(micros, CENTS_SCALE);
    }

    String cost(long micros) {
        return dollars(micros, FINE_SCALE);
    }

    private String dollars(long micros, int decimals) {
        return text(
                "format_dollars",
                decimal(BigDecimal.valueOf(micros, MICROS_SCALE).setScale(decimals, RoundingMode.HALF_UP)));
    }

    String percent(long part, long whole) {
        if (whole == 0 || part == 0) {
            return text("format_percent", 0);
        }
        long rounded = Math.round(100.0 * part / whole);
        return rounded == 0 ? "<" + text("format_percent", 1) : text("format_percent", rounded);
    }

    String day(LocalDate day) {
        return written("format_day", day);
    }

    String fullDay(LocalDate day) {
        return written("format_full_day", day);
    }

    String month(LocalDate day) {
        return written("format_month", day);
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, locale).replace(".", "");
    }

    String date(Instant time) {
        return written("format_full_day", time.atZone(zone));
    }

    String moment(Instant time) {
        return written("format_moment", time.atZone(zone));
    }

    String hour(Instant time) {
        return written("format_hour", time.atZone(zone));
    }

    String clock(Instant time) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(
                time.atZone(zone).toLocalTime().withNano(0));
    }

    String zoneName() {
        return zone.getDisplayName(TextStyle.SHORT, locale);
    }

    String duration(long millis) {
        Duration duration = Duration.ofMillis(Math.max(0, millis));
        if (duration.toHours() > 0) {
            return text("format_hours", duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? text("format_minutes", duration.toMinutes(), duration.toSecondsPart())
                : text("format_seconds", duration.toSeconds());
    }

    String shortDuration(long millis) {
        return millis < MILLIS_PER_SECOND ? text("format_millis", millis) : duration(millis);
    }

    String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return text("ago_now");
        }
        if (age.toHours() < 1) {
            return text("ago_minutes", age.toMinutes());
        }
        if (age.toDays() < 1) {
            return text("ago_hours", age.toHours());
        }
        return age.toDays() < DAYS_PER_WEEK ? text("ago_days", age.toDays()) : date(then);
    }

    private String oneDigit(long number, long unit) {
        return String.format(locale, "%.1f", (double) number / unit);
    }

    private String written(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(text(pattern), locale).format(time);
    }

    private String text(String key, Object... values) {
        return PageTexts.get(locale, key, values);
    }
}
