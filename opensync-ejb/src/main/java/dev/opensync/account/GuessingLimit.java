package dev.opensync.account;

import java.time.Duration;

/**
 * How many wrong passwords are free, and how long the pauses are after that: the first one, then twice as long each time.
 *
 * @param memory after so long without a failure all is forgotten
 */
record GuessingLimit(int free, Duration firstPause, Duration longestPause, Duration memory) {

    /** Short enough that nobody is locked out for long by somebody else's guesses. */
    static final GuessingLimit ACCOUNT =
            new GuessingLimit(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofDays(1));

    /** Generous, because a whole company may come from one address. */
    static final GuessingLimit ADDRESS =
            new GuessingLimit(30, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));

    private static final int MAX_DOUBLINGS = 20;

    Duration pauseAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - free, MAX_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
