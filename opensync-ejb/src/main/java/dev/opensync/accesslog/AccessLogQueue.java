package dev.opensync.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Entries on their way to the database.
 *
 * <p>Bounded: when calls come faster than rows can be written, rows are lost, never calls.
 */
@ApplicationScoped
public class AccessLogQueue {

    private static final System.Logger LOG = System.getLogger(AccessLogQueue.class.getName());
    private static final int CAPACITY = 10_000;

    private final BlockingQueue<AccessLogEntry> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean full = new AtomicBoolean();

    /** Never waits. The first entry that finds no room is told to the log, the ones after it are not. */
    public void add(AccessLogEntry entry) {
        if (!waiting.offer(entry) && full.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "More than " + CAPACITY
                            + " rows wait for the access log, further ones are dropped until there is room");
        }
    }

    /** The oldest entries, at most {@code limit}, which the caller has to write. */
    List<AccessLogEntry> take(int limit) {
        List<AccessLogEntry> taken = new ArrayList<>();
        waiting.drainTo(taken, limit);
        if (waiting.isEmpty()) {
            full.set(false);
        }
        return taken;
    }
}
