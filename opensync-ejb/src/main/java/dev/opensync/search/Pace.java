package dev.opensync.search;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Leaves the processors to those who wait for an answer: work that can wait rests after each bit. */
final class Pace {

    private static final Duration RECENT = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    private static final int REST_WHILE_BUSY = 3;

    private volatile long lastChange = System.nanoTime() - RECENT.toNanos();

    /** Sessions are coming in. */
    void onChange() {
        lastChange = System.nanoTime();
    }

    /** Rests some time after work that took {@code nanos}: none on a quiet machine. */
    void rest(long nanos) {
        if (isBusy()) {
            LockSupport.parkNanos(Math.min(nanos * REST_WHILE_BUSY, LONGEST_REST.toNanos()));
        }
    }

    private boolean isBusy() {
        return System.nanoTime() - lastChange < RECENT.toNanos()
                || ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()
                        > Runtime.getRuntime().availableProcessors();
    }
}
