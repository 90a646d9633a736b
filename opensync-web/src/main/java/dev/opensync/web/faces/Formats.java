package dev.opensync.web.faces;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How numbers, durations and times are written everywhere in the console: in the language and zone of who reads the page. The
 * examples are English.
 */
public final class Formats {

    private Formats() {}

    /** {@code 999}, {@code 1.2K}, {@code 3.4M}. */
    public static String count(long number) {
        return notation().count(number);
    }

    /** {@code 999}, {@code 1,284}. */
    public static String grouped(long number) {
        return notation().grouped(number);
    }

    /** With as many decimals as it has: {@code 4.25}. */
    public static String decimal(BigDecimal number) {
        return notation().decimal(number);
    }

    /** Millionths of a US dollar as {@code $1,906.42}. */
    public static String money(long micros) {
        return notation().money(micros);
    }

    /** Millionths of a US dollar where cents say too little: {@code $0.0245}. */
    public static String cost(long micros) {
        return notation().cost(micros);
    }

    /** {@code 66%}, and {@code <1%} for what is little but not nothing. */
    public static String percent(long part, long whole) {
        return notation().percent(part, whole);
    }

    /** {@code 66%}. */
    public static String percent(long hundredths) {
        return percent(hundredths, 100);
    }

    /** {@code Oct 23}. */
    public static String day(LocalDate day) {
        return notation().day(day);
    }

    /** {@code Oct 23, 2026}. */
    public static String fullDay(LocalDate day) {
        return notation().fullDay(day);
    }

    /** {@code Oct 2026}. */
    public static String month(LocalDate day) {
        return notation().month(day);
    }

    /** {@code Mon}. */
    public static String weekday(DayOfWeek day) {
        return notation().weekday(day);
    }

    /** {@code Oct 23, 2026}. */
    public static String date(Instant time) {
        return notation().date(time);
    }

    /** For pages; {@code iso}: ISO 8601. */
    public static String date(String iso) {
        return date(Instant.parse(iso));
    }

    /** {@code Oct 23, 2026, 2:05 PM}. */
    public static String moment(Instant time) {
        return notation().moment(time);
    }

    /** For pages; {@code iso}: ISO 8601. */
    public static String moment(String iso) {
        return moment(Instant.parse(iso));
    }

    /** {@code Oct 23, 14:05}. */
    public static String hour(Instant time) {
        return notation().hour(time);
    }

    /** {@code 14:05:09}. */
    public static String clock(Instant time) {
        return notation().clock(time);
    }

    /** Of the zone in which times are written: {@code CET}. */
    public static String zoneName() {
        return notation().zoneName();
    }

    /** {@code 0s}, {@code 42s}, {@code 3m 12s}, {@code 2h 5m}. */
    public static String duration(long millis) {
        return notation().duration(millis);
    }

    /** As {@link #duration}, but {@code 340ms} below a second. */
    public static String shortDuration(long millis) {
        return notation().shortDuration(millis);
    }

    /** {@code now}, {@code 5m ago}, {@code 3h ago}, {@code 2d ago}; from a week on the date. */
    public static String ago(Instant then, Instant now) {
        return notation().ago(then, now);
    }

    private static Notation notation() {
        Viewer viewer = Viewer.current();
        return new Notation(viewer.locale(), viewer.zone());
    }
}
