package dev.opensync.usage.tool;

import dev.opensync.schema.DataSources;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one session anew, and finds those that changed since they were counted. */
@Stateless
public class ToolCountService {

    /** To be raised when calls are to be counted in another way. */
    static final int FORMAT = 1;

    private static final String ROW = "SELECT id FROM coding_session WHERE account_id = ? AND public_id = ?";

    private static final String DUE = """
            SELECT s.id FROM coding_session s
            LEFT JOIN session_tool_count c ON c.session_id = s.id
            WHERE s.id > ? AND (c.session_id IS NULL OR c.synced_ms <> s.synced_ms OR c.format <> ?)
            ORDER BY s.id
            LIMIT ?
            """;

    private static final String SESSION =
            "SELECT account_id, created_ms, source, synced_ms FROM coding_session WHERE id = ?";

    /** What is too long to be read for this is counted by its type alone. */
    private static final String PARTS = """
            SELECT p.type, CASE WHEN LENGTH(p.content) <= 1000000 THEN p.content END AS content,
                CASE WHEN LENGTH(p.extra) <= 1000000 THEN p.extra END AS extra, m.created_ms
            FROM message_part p
            JOIN message m ON m.session_id = p.session_id AND m.sequence = p.message_sequence
            WHERE p.session_id = ? AND p.part_number > 0
                AND (LOWER(p.type) LIKE '%tool%' OR LOWER(p.type) LIKE '%function%')
            ORDER BY p.message_sequence, p.part_number
            """;

    /** The session first and then what hangs on it, as deleting it does. */
    private static final String LOCK = "SELECT id FROM coding_session WHERE id = ? LOCK IN SHARE MODE";

    /** Locks out whoever counts the same session. */
    private static final String COUNTED = """
            INSERT INTO session_tool_count (session_id, synced_ms, format) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE synced_ms = VALUES(synced_ms), format = VALUES(format)
            """;

    private static final String PLACE = "UPDATE session_tool_count SET day = ?, source = ? WHERE session_id = ?";

    private static final String CLEAR = "DELETE FROM session_tool WHERE session_id = ?";

    private static final String INSERT = """
            INSERT INTO session_tool (session_id, tool, calls, results, failures, timed_calls, duration_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    /** Tells the driver to hand out rows as they come instead of gathering them all first. */
    private static final int STREAMED = Integer.MIN_VALUE;

    private static final long MILLIS_PER_DAY = 86_400_000;

    /** {@code day} since 1970-01-01, UTC, of its creation. */
    private record Session(long row, long accountId, int day, String source, long syncedMs) {}

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    /** {@code sessionId}: the public one. Empty if the session is gone. */
    public OptionalLong row(long accountId, String sessionId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROW)) {
            statement.setLong(1, accountId);
            statement.setString(2, sessionId);
            return number(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("A session cannot be read", e);
        }
    }

    /** Row ids after {@code row}, in their order, at most {@code limit}. */
    public List<Long> due(long row, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setLong(1, row);
            statement.setInt(2, FORMAT);
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getLong("id"));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Sessions whose calls are not counted cannot be read", e);
        }
    }

    /** Does nothing if the session is gone. */
    public void count(long row) {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Session> session = session(connection, row);
            if (session.isEmpty()) {
                return;
            }
            Map<String, ToolSums> sums = read(connection, row);
            if (isThere(connection, row)) {
                write(connection, session.get(), sums);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The calls of session " + row + " cannot be counted", e);
        }
    }

    private static Map<String, ToolSums> read(Connection connection, long row) throws SQLException {
        ToolTally tally = new ToolTally();
        try (PreparedStatement statement = connection.prepareStatement(PARTS)) {
            statement.setFetchSize(STREAMED);
            statement.setLong(1, row);
            try (ResultSet part = statement.executeQuery()) {
                while (part.next()) {
                    ToolPart read = ToolPart.read(
                            part.getString("type"), text(part.getBytes("content")), text(part.getBytes("extra")));
                    tally.add(read, part.getLong("created_ms"));
                }
            }
        }
        return tally.sums();
    }

    private static void write(Connection connection, Session session, Map<String, ToolSums> sums) throws SQLException {
        update(connection, COUNTED, session.row(), session.syncedMs(), FORMAT);
        ToolDeltas days = new ToolDeltas();
        days.remove(connection, session.row());
        days.add(session.accountId(), session.day(), session.source(), sums);
        update(connection, CLEAR, session.row());
        insert(connection, session.row(), sums);
        update(connection, PLACE, session.day(), session.source(), session.row());
        days.write(connection);
    }

    private static void insert(Connection connection, long row, Map<String, ToolSums> sums) throws SQLException {
        if (sums.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Map.Entry<String, ToolSums> tool : sums.entrySet()) {
                statement.setLong(1, row);
                statement.setString(2, tool.getKey());
                statement.setLong(3, tool.getValue().calls());
                statement.setLong(4, tool.getValue().results());
                statement.setLong(5, tool.getValue().failures());
                statement.setLong(6, tool.getValue().timedCalls());
                statement.setLong(7, tool.getValue().durationMs());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static boolean isThere(Connection connection, long row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, row);
            return number(statement).isPresent();
        }
    }

    private static Optional<Session> session(Connection connection, long row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SESSION)) {
            statement.setLong(1, row);
            try (ResultSet found = statement.executeQuery()) {
                return found.next()
                        ? Optional.of(new Session(
                                row,
                                found.getLong("account_id"),
                                (int) Math.floorDiv(found.getLong("created_ms"), MILLIS_PER_DAY),
                                found.getString("source"),
                                found.getLong("synced_ms")))
                        : Optional.empty();
            }
        }
    }

    private static OptionalLong number(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
        }
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
