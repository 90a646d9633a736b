package dev.opensync.usage;

import java.time.DayOfWeek;

/** How many sessions began in one hour of the week, over several weeks, in UTC. */
public record HourOfWeek(DayOfWeek day, int hour, long sessions) {}
