package dev.opensync.bench.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one page takes.
 *
 * @param p50Millis to the first byte of its body
 * @param statements of SQL that read or write rows
 * @param roundTrips to the database, these and all others
 * @param transferredBytes of the page alone
 * @param resourceBytes of all that a browser with an empty cache loads with it
 */
record PageTime(
        String name,
        String path,
        int requests,
        double p50Millis,
        double p99Millis,
        long statements,
        long roundTrips,
        int bytes,
        int transferredBytes,
        int resourceBytes) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KILOBYTE = 1_000;

    static double percentile(List<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * (sorted.length - 1))] / NANOS_PER_MILLI;
    }

    static String heading() {
        return String.format(
                "%-34s %8s %8s %5s %6s %9s %9s %14s",
                "page", "p50 ms", "p99 ms", "sql", "trips", "html KB", "sent KB", "first load KB");
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-34s %8.1f %8.1f %5d %6d %9.1f %9.1f %14.1f",
                name,
                p50Millis,
                p99Millis,
                statements,
                roundTrips,
                bytes / KILOBYTE,
                transferredBytes / KILOBYTE,
                (transferredBytes + resourceBytes) / KILOBYTE);
    }
}
