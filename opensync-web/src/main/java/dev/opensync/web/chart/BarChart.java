package dev.opensync.web.chart;

import java.util.List;
import java.util.function.LongFunction;

/**
 * Bars in a row, each of several layers on top of each other.
 *
 * @param steps what each bar stands for
 * @param layers from the ground up
 * @param unit writes a value
 */
public record BarChart(List<String> steps, List<Layer> layers, LongFunction<String> unit) {

    /** Far beyond any real sum; what a client made up must not overflow. */
    private static final long HIGHEST = 100_000_000_000_000_000L;

    public BarChart {
        steps = List.copyOf(steps);
        layers = List.copyOf(layers);
    }

    /** One colour, with a value for each step. */
    public record Layer(String name, List<Long> values) {

        public Layer {
            values = List.copyOf(values);
        }
    }

    long total(int step) {
        return layers.stream().mapToLong(layer -> layer.values().get(step)).sum();
    }

    /** What the highest line of the chart stands for: a round number that no bar exceeds. */
    long top() {
        long highest = 0;
        for (int step = 0; step < steps.size(); step++) {
            highest = Math.max(highest, total(step));
        }
        return roundUp(highest);
    }

    /** To a digit and zeros, so that little of the chart stays empty; below ten to an even number, so that there is a half. */
    static long roundUp(long value) {
        long bounded = Math.min(value, HIGHEST);
        long unit = 1;
        while (unit * 10 < bounded) {
            unit *= 10;
        }
        long step = unit == 1 ? 2 : unit;
        return step * Math.max(1, (long) Math.ceil((double) bounded / step));
    }
}
