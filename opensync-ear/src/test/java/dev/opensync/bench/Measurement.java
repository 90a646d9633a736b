package dev.opensync.bench;

import java.util.Arrays;

/**
 * What one run of one cell gave.
 *
 * @param perSecond requests answered well, warm-up left out
 * @param errors of all requests, with those of the warm-up
 * @param answered requests answered well, with those of the warm-up
 * @param load average of the machine before the run
 * @param serverMicros processor time the server took for each request, 0 where there is none
 */
record Measurement(
        double perSecond,
        double p50Millis,
        double p99Millis,
        long errors,
        long answered,
        double load,
        double serverMicros) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_SECOND = 1e6;

    /** {@code nanos}: the time each good answer took; {@code elapsedNanos}: of the whole measured part. */
    static Measurement of(long[] nanos, long elapsedNanos, long errors, long answered, double load) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Measurement(
                sorted.length * NANOS_PER_SECOND / elapsedNanos,
                percentile(sorted, 0.50),
                percentile(sorted, 0.99),
                errors,
                answered,
                load,
                0);
    }

    Measurement withServerSeconds(double seconds) {
        return new Measurement(
                perSecond,
                p50Millis,
                p99Millis,
                errors,
                answered,
                load,
                seconds * MICROS_PER_SECOND / Math.max(1, answered));
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / NANOS_PER_MILLI;
    }
}
