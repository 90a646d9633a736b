package dev.opensync.search;

import dev.opensync.session.SessionChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Leaves the processors to those who wait for an answer: work that can wait rests after each bit. */
@ApplicationScoped
public class Pace {

    private static final Duration RECENT = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    private static final int REST_WHILE_STORING = 3;
    private static final int REST_WHILE_BUSY = 1;

    private volatile long lastChange = System.nanoTime() - RECENT.toNanos();

    /** Sessions are coming in. */
    public void onChange(@Observes SessionChanged change) {
        lastChange = System.nanoTime();
    }

    /** Rests some time after work that took {@code nanos}: none on a quiet machine. */
    void rest(long nanos) {
        LockSupport.parkNanos(Math.min(nanos * times(), LONGEST_REST.toNanos()));
    }

    private int times() {
        if (System.nanoTime() - lastChange < RECENT.toNanos()) {
            return REST_WHILE_STORING;
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load > Runtime.getRuntime().availableProcessors() ? REST_WHILE_BUSY : 0;
    }
}
