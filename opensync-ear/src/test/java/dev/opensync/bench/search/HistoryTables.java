package dev.opensync.bench.search;

import dev.opensync.harness.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Puts sessions behind the server's back into its tables, as a restored backup would: {@code /sync} is measured elsewhere.
 * Used by one thread.
 */
public final class HistoryTables implements AutoCloseable {

    /** One statement for many rows; nobody checks keys that are known to be there. */
    private static final String OPTIONS =
            "&rewriteBatchedStatements=true&sessionVariables=foreign_key_checks=0,unique_checks=0";

    private static final int SESSIONS_PER_COMMIT = 100;
    private static final Duration SESSION_DISTANCE = Duration.ofMinutes(25);
    private static final long MESSAGE_DISTANCE_MS = 20_000L;
    private static final long TITLE_ID_OFFSET = 1L << 60;

    /** A million messages end about now. */
    private static final Duration WHOLE_TIME = Duration.ofDays(348);

    private final long firstDayMs;
    private final long sessionDistanceMs;
    private final Connection connection;
    private final PreparedStatement session;
    private final PreparedStatement message;
    private final PreparedStatement part;
    private long nextId;
    private int uncommitted;

    HistoryTables(Database database) throws SQLException {
        this(database, InstantSource.system().instant().minus(WHOLE_TIME), SESSION_DISTANCE);
    }

    /** A session begins every {@code sessionDistance}, the first {@code from} then on. */
    public HistoryTables(Database database, Instant from, Duration sessionDistance) throws SQLException {
        firstDayMs = from.toEpochMilli();
        sessionDistanceMs = sessionDistance.toMillis();
        connection = DriverManager.getConnection(database.url() + OPTIONS, database.user(), database.password());
        connection.setAutoCommit(false);
        session = connection.prepareStatement("""
                INSERT INTO coding_session (id, public_id, account_id, external_id, title, project_path, project_name,
                    model, source, source_given, message_count, next_sequence, created_ms, created_given, updated_ms,
                    synced_ms)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'bench', 'bench', TRUE, ?, ?, ?, TRUE, ?, ?)
                """);
        message = connection.prepareStatement("""
                INSERT INTO message (session_id, sequence, external_id, role, created_ms) VALUES (?, ?, ?, ?, ?)
                """);
        part = connection.prepareStatement("""
                INSERT INTO message_part (session_id, message_sequence, part_number, type, content)
                VALUES (?, ?, 0, 'text', ?)
                """);
        nextId = 1;
    }

    public void add(long accountId, GeneratedSession generated) throws SQLException {
        long id = nextId++;
        long startMs = firstDayMs + generated.number() * sessionDistanceMs;
        List<String> texts = generated.texts();
        long endMs = startMs + texts.size() * MESSAGE_DISTANCE_MS;
        add(
                session,
                id,
                HexFormat.of().toHexDigits(TITLE_ID_OFFSET) + HexFormat.of().toHexDigits(id),
                accountId,
                generated.externalId(),
                generated.title(),
                "/home/" + generated.userName(),
                generated.userName(),
                texts.size(),
                texts.size() + 1,
                startMs,
                endMs,
                endMs);
        for (int i : IntStream.range(0, texts.size()).toArray()) {
            String role = GeneratedSession.role(i).toUpperCase(Locale.ROOT);
            add(message, id, i + 1, "m" + (i + 1), role, startMs + i * MESSAGE_DISTANCE_MS);
            add(part, id, i + 1, texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        if (++uncommitted == SESSIONS_PER_COMMIT) {
            commit();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private void commit() throws SQLException {
        for (PreparedStatement statement : List.of(session, message, part)) {
            statement.executeBatch();
        }
        connection.commit();
        uncommitted = 0;
    }

    /** What was added and is not committed yet is committed by it. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            commit();
            // Otherwise the first queries would be planned for empty tables.
            try (Statement analyze = connection.createStatement()) {
                analyze.execute("ANALYZE TABLE coding_session, message, message_part");
            }
        }
    }
}
