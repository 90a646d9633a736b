package dev.opensync.bench.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How long one program took for the questions of one class, one after the other. */
record Latency(String program, QueryClass queryClass, int questions, double p50Millis, double p99Millis) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** {@code ask} fails if there is no answer. */
    static Latency of(String program, QueryClass queryClass, List<Question> questions, Consumer<Question> ask) {
        double[] millis = questions.stream()
                .mapToDouble(question -> millis(question, ask))
                .toArray();
        Arrays.sort(millis);
        return new Latency(program, queryClass, millis.length, percentile(millis, 0.50), percentile(millis, 0.99));
    }

    private static double millis(Question question, Consumer<Question> ask) {
        long begin = System.nanoTime();
        ask.accept(question);
        return (System.nanoTime() - begin) / NANOS_PER_MILLI;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * (sorted.length - 1))];
    }

    static String heading() {
        return String.format(
                "%-14s %-20s %9s %9s %9s %16s", "query", "program", "questions", "p50 ms", "p99 ms", "times OpenSync");
    }

    /** {@code openSync} null: it is the line of OpenSync itself. */
    String line(@Nullable Latency openSync) {
        return String.format(
                Locale.ROOT,
                "%-14s %-20s %9d %9.1f %9.1f %16s",
                queryClass.title(),
                program,
                questions,
                p50Millis,
                p99Millis,
                openSync == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%.1f / %.1f",
                                p50Millis / openSync.p50Millis,
                                p99Millis / openSync.p99Millis));
    }
}
