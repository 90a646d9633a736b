package dev.opensync.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Some connections, each on its own thread, each sending its next request when the last one is answered. */
final class ClosedLoop {

    private final Duration warmUp;
    private final Duration duration;

    ClosedLoop(Duration warmUp, Duration duration) {
        this.warmUp = warmUp;
        this.duration = duration;
    }

    /** {@code open} is given the number of the connection, from 0. */
    Measurement run(int connections, IntFunction<Requester> open) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        CyclicBarrier start = new CyclicBarrier(connections);
        try {
            List<Callable<Samples>> tasks = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int number = i;
                tasks.add(() -> {
                    try (Requester requester = open.apply(number)) {
                        start.await();
                        return send(requester);
                    }
                });
            }
            List<Samples> samples = new ArrayList<>();
            for (Future<Samples> result : threads.invokeAll(tasks)) {
                samples.add(result.get());
            }
            return Measurement.of(
                    samples.stream()
                            .flatMapToLong(sample -> Arrays.stream(sample.nanos, 0, sample.size))
                            .toArray(),
                    duration.toNanos(),
                    samples.stream().mapToLong(sample -> sample.errors).sum(),
                    samples.stream().mapToLong(sample -> sample.answered).sum(),
                    load);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Samples send(Requester requester) {
        Samples samples = new Samples();
        long measured = System.nanoTime() + warmUp.toNanos();
        long end = measured + duration.toNanos();
        long now = System.nanoTime();
        while (now < end) {
            boolean good = requester.request();
            long answered = System.nanoTime();
            samples.add(good, answered - now, answered >= measured && answered < end);
            now = answered;
        }
        return samples;
    }

    private static final class Samples {

        private long[] nanos = new long[1024];
        private int size;
        private long errors;
        private long answered;

        void add(boolean good, long took, boolean isMeasured) {
            if (!good) {
                errors++;
                return;
            }
            answered++;
            if (isMeasured) {
                if (size == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * size);
                }
                nanos[size++] = took;
            }
        }
    }
}
