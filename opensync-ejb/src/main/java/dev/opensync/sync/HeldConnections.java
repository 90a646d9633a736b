package dev.opensync.sync;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Connections of the pool that stay with the transactions of one kind, as many as ever ran at a time, with autocommit off for
 * good. To take one from the pool for each transaction would ask the database twice more, to switch autocommit off and on.
 */
final class HeldConnections {

    /** As the pool has it: what was used shortly ago is not asked whether it still lives. */
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource pool;
    private final Deque<HeldConnection> idle = new ConcurrentLinkedDeque<>();

    HeldConnections(DataSource pool) {
        this.pool = pool;
    }

    /** The one that was used last, for it is the likeliest to live. Belongs to the caller until it is given back or discarded. */
    HeldConnection take() {
        for (HeldConnection held = idle.poll(); held != null; held = idle.poll()) {
            if (held.isUsable(TRUSTED_NANOS)) {
                return held;
            }
            held.discard();
        }
        try {
            return HeldConnection.open(pool);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Only after a commit. */
    void giveBack(HeldConnection held) {
        held.noteUse();
        idle.push(held);
    }

    void close() {
        for (HeldConnection held = idle.poll(); held != null; held = idle.poll()) {
            held.discard();
        }
    }
}
