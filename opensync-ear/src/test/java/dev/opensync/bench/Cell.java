package dev.opensync.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One line of the table: what was measured, and each of its runs.
 *
 * @param itemsPerRequest messages of each request
 */
record Cell(String section, String subject, int connections, int itemsPerRequest, List<Measurement> runs) {

    double itemsPerSecond() {
        return itemsPerRequest * median(Measurement::perSecond);
    }

    double p50Millis() {
        return median(Measurement::p50Millis);
    }

    double p99Millis() {
        return median(Measurement::p99Millis);
    }

    long errors() {
        return runs.stream().mapToLong(Measurement::errors).sum();
    }

    double highestLoad() {
        return runs.stream().mapToDouble(Measurement::load).max().orElse(Double.NaN);
    }

    double serverMicros() {
        return median(Measurement::serverMicros);
    }

    /** The middle one of the rounds: of a machine whose speed changes, only what it did one after the other compares. */
    double shareOf(Cell opponent) {
        return Report.median(IntStream.range(0, runs.size())
                .mapToDouble(round ->
                        runs.get(round).perSecond() / opponent.runs.get(round).perSecond())
                .toArray());
    }

    private double median(ToDoubleFunction<Measurement> value) {
        return Report.median(runs.stream().mapToDouble(value).toArray());
    }
}
