package dev.opensync.sync;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executor;

/**
 * One transaction on a connection that is used for nothing else: it is never switched back to autocommit, which spares two
 * questions to the database each time. Closed without a commit, it is rolled back.
 */
final class StoringConnection implements AutoCloseable {

    /** The search takes no transaction to be open any longer than this and a commit. */
    private static final long MAX_NANOS = 120_000_000_000L;

    private static final Executor AT_ONCE = Runnable::run;

    private final JdbcConnection connection;
    private final RuntimeProperty<Boolean> preparesAtDatabase;
    private final long sinceNanos = System.nanoTime();
    private boolean committed;

    StoringConnection(JdbcConnection connection) throws SQLException {
        this.connection = connection;
        preparesAtDatabase = connection.getPropertySet().getBooleanProperty(PropertyKey.useServerPrepStmts);
        preparesAtDatabase.setValue(false);
        connection.setAutoCommit(false);
    }

    /** For statements that the driver fills in, which is best for all that vary or are small. */
    Connection plain() {
        return connection;
    }

    /**
     * A statement that the database parses once and keeps, as long as the connection lives. For few and large ones that
     * come again and again: to parse the rows of a batch takes the database a quarter of its time.
     */
    PreparedStatement prepareAtDatabase(String sql) throws SQLException {
        preparesAtDatabase.setValue(true);
        try {
            return connection.prepareStatement(sql);
        } finally {
            preparesAtDatabase.setValue(false);
        }
    }

    /** Fails with {@link StorageException} if it is not known to have succeeded. */
    void commit() {
        if (System.nanoTime() - sinceNanos > MAX_NANOS) {
            throw StorageException.ofCommit(new SQLException("The transaction took too long"));
        }
        try {
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            throw StorageException.ofCommit(e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (committed) {
            return;
        }
        try {
            connection.rollback();
        } catch (SQLException e) {
            // What is left of this transaction must not become part of the next one.
            connection.abort(AT_ONCE);
        }
    }
}
