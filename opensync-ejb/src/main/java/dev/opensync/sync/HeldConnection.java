package dev.opensync.sync;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection of the pool outside of the server's own transactions: commit and roll-back are the caller's. */
final class HeldConnection {

    private static final Logger LOG = System.getLogger(HeldConnection.class.getName());
    private static final int CHECK_SECONDS = 5;

    private final Connection connection;
    private long usedNanos = System.nanoTime();

    private HeldConnection(Connection connection) {
        this.connection = connection;
    }

    static HeldConnection open(DataSource pool) throws SQLException {
        HeldConnection held = new HeldConnection(pool.getConnection());
        try {
            held.connection.setAutoCommit(false);
            return held;
        } catch (SQLException e) {
            held.discard();
            throw e;
        }
    }

    Connection jdbc() {
        return connection;
    }

    void noteUse() {
        usedNanos = System.nanoTime();
    }

    /** Asks the database unless it answered within the last {@code trustedNanos}. */
    boolean isUsable(long trustedNanos) {
        try {
            return System.nanoTime() - usedNanos < trustedNanos || connection.isValid(CHECK_SECONDS);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A connection is lost", e);
            return false;
        }
    }

    /** Rolls back what is open, and returns the connection to the pool as others expect it. */
    void discard() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // Mostly because it is lost, which is told where it was noticed; the pool checks it before the next use.
            LOG.log(Level.DEBUG, "A connection is not returned in order", e);
        }
    }
}
