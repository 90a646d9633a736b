package dev.opensync.web.wrapped;

import dev.opensync.web.faces.Formats;
import dev.opensync.wrapped.Wrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the time of a wrapped is written; in UTC, as the sums are. */
final class WrappedDates {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private WrappedDates() {}

    static String of(Wrapped wrapped) {
        return switch (wrapped.period()) {
            case DAY -> HOUR.format(wrapped.from()) + " – " + HOUR.format(wrapped.to()) + " UTC";
            case YEAR -> day(wrapped.from()) + " – " + day(wrapped.to());
        };
    }

    private static String day(Instant instant) {
        return Formats.fullDay(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
