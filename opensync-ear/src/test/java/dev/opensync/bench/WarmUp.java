package dev.opensync.bench;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Repeats a load until it gets no cheaper. The compiler of a server takes minutes for that, in which everything is slower. */
public final class WarmUp {

    private static final Duration LIMIT = Duration.ofMinutes(12);
    private static final int LOADS_WITHOUT_GAIN = 3;

    /** What costs more than this part of the best before is no gain: machines are not so even. */
    private static final double GAIN = 0.97;

    private WarmUp() {}

    /** {@code load}: returns what it cost, in any unit. Returns how long all of it took. */
    public static Duration run(DoubleSupplier load) {
        long begin = System.nanoTime();
        double best = Double.MAX_VALUE;
        int withoutGain = 0;
        while (withoutGain < LOADS_WITHOUT_GAIN && System.nanoTime() - begin < LIMIT.toNanos()) {
            double cost = load.getAsDouble();
            withoutGain = cost < best * GAIN ? 0 : withoutGain + 1;
            best = Math.min(best, cost);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
