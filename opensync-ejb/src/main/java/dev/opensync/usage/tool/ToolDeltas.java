package dev.opensync.usage.tool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The changes one transaction makes to the calls of tools by day, collected and written last, so that its rows are locked
 * briefly.
 */
public final class ToolDeltas {

    private static final String COUNTED = """
            SELECT s.account_id, c.day, c.source, t.tool, t.calls, t.results, t.failures, t.timed_calls, t.duration_ms
            FROM session_tool_count c
            JOIN coding_session s ON s.id = c.session_id
            JOIN session_tool t ON t.session_id = c.session_id
            WHERE c.session_id = ? AND c.day IS NOT NULL
            """;

    private static final String UPSERT = """
            INSERT INTO usage_tool_daily
                (account_id, day, source, tool, sessions, calls, results, failures, timed_calls, duration_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
                sessions = sessions + VALUES(sessions),
                calls = calls + VALUES(calls),
                results = results + VALUES(results),
                failures = failures + VALUES(failures),
                timed_calls = timed_calls + VALUES(timed_calls),
                duration_ms = duration_ms + VALUES(duration_ms)
            """;

    private record Row(long accountId, int day, String source, String tool) {

        /** The same for every writer. */
        static final Comparator<Row> LOCK_ORDER = Comparator.comparingLong(Row::accountId)
                .thenComparingInt(Row::day)
                .thenComparing(Row::source)
                .thenComparing(Row::tool);
    }

    private record Change(long sessions, ToolSums sums) {

        static final Change NONE = new Change(0, ToolSums.NONE);

        Change plus(Change other) {
            return new Change(sessions + other.sessions, sums.plus(other.sums));
        }
    }

    private final Map<Row, Change> changes = new TreeMap<>(Row.LOCK_ORDER);

    void add(long accountId, int day, String source, Map<String, ToolSums> sums) {
        sums.forEach((tool, calls) -> change(new Row(accountId, day, source, tool), new Change(1, calls)));
    }

    /** Takes out what the session is counted with. The caller has locked it against being counted meanwhile. */
    public void remove(Connection connection, long sessionRow) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNTED)) {
            statement.setLong(1, sessionRow);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    change(
                            new Row(
                                    row.getLong("account_id"),
                                    row.getInt("day"),
                                    row.getString("source"),
                                    row.getString("tool")),
                            new Change(-1, ToolSums.of(row).negated()));
                }
            }
        }
    }

    public void write(Connection connection) throws SQLException {
        changes.values().removeIf(Change.NONE::equals);
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<Row, Change> entry : changes.entrySet()) {
                bind(statement, entry.getKey(), entry.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void change(Row row, Change change) {
        changes.merge(row, change, Change::plus);
    }

    private static void bind(PreparedStatement statement, Row row, Change change) throws SQLException {
        statement.setLong(1, row.accountId());
        statement.setInt(2, row.day());
        statement.setString(3, row.source());
        statement.setString(4, row.tool());
        statement.setLong(5, change.sessions());
        statement.setLong(6, change.sums().calls());
        statement.setLong(7, change.sums().results());
        statement.setLong(8, change.sums().failures());
        statement.setLong(9, change.sums().timedCalls());
        statement.setLong(10, change.sums().durationMs());
    }
}
