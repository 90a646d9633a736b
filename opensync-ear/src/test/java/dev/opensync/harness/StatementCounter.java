package dev.opensync.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database has been asked so far, by anybody. */
public final class StatementCounter implements AutoCloseable {

    private static final String COUNTERS = """
            SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Com_select', 'Com_insert', 'Com_insert_select',
                'Com_update', 'Com_update_multi', 'Com_delete', 'Com_delete_multi', 'Com_replace')
            """;

    private final Connection connection;
    private final PreparedStatement counters;

    public StatementCounter(Database database) throws SQLException {
        connection = database.connect();
        counters = connection.prepareStatement(COUNTERS);
    }

    /**
     * A state of the counters, or a difference.
     *
     * @param statements that read or write rows
     * @param questions these, and all else that was sent, such as commits
     */
    public record Count(long statements, long questions) {

        /** Without the reading of the counters itself. */
        public Count since(Count earlier) {
            return new Count(statements - earlier.statements, questions - earlier.questions - 1);
        }
    }

    public Count now() throws SQLException {
        long statements = 0;
        long questions = 0;
        try (ResultSet rows = counters.executeQuery()) {
            while (rows.next()) {
                long value = rows.getLong(2);
                if (rows.getString(1).equals("Questions")) {
                    questions = value;
                } else {
                    statements += value;
                }
            }
        }
        return new Count(statements, questions);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
