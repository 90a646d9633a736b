package dev.opensync.usage;

import java.time.DayOfWeek;
import java.time.ZoneOffset;

/** How many sessions began in one hour of the week, over several weeks. */
public record HourOfWeek(DayOfWeek day, int hour, long sessions) {

    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int SECONDS = 60;

    /** Of an hour in UTC; offsets of half an hour count as whole ones. */
    HourOfWeek at(ZoneOffset offset) {
        int local = hour + Math.round((float) offset.getTotalSeconds() / (MINUTES * SECONDS));
        return new HourOfWeek(day.plus(Math.floorDiv(local, HOURS)), Math.floorMod(local, HOURS), sessions);
    }
}
