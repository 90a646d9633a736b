package dev.opensync.web.wrapped;

import dev.opensync.web.faces.Formats;
import dev.opensync.wrapped.Wrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How the time of a wrapped is written: hours in the zone of the reader, days in UTC, as the sums are. */
final class WrappedDates {

    private WrappedDates() {}

    static String of(Wrapped wrapped) {
        return switch (wrapped.period()) {
            case DAY -> Formats.hour(wrapped.from()) + " – " + Formats.hour(wrapped.to()) + " " + Formats.zoneName();
            case YEAR -> day(wrapped.from()) + " – " + day(wrapped.to());
        };
    }

    private static String day(Instant instant) {
        return Formats.fullDay(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
