package dev.opensync.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of {@code search_index} and {@code search_task}. Each call is a transaction of its own. */
@ApplicationScoped
public class SearchIndexRepository {

    @Resource(lookup = "java:app/jdbc/opensync")
    DataSource dataSource;

    /** Takes possession until {@code untilMs}; empty if another node has it. A new index has everything before it. */
    Optional<SearchIndexState> own(String name, String owner, long nowMs, long untilMs) throws SQLException {
        update("""
                INSERT INTO search_index (name, format, rebuild_after, rebuild_started_ms, owner, owned_until_ms)
                VALUES (?, ?, 0, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    owner = IF(owned_until_ms < ?, VALUES(owner), owner),
                    owned_until_ms = IF(owner = VALUES(owner), VALUES(owned_until_ms), owned_until_ms)
                """, name, MessageDocument.FORMAT, nowMs, owner, untilMs, nowMs);
        return state(name, owner);
    }

    /** Lets anybody take what this owner had. */
    void disown(String owner, long nowMs) throws SQLException {
        update("UPDATE search_index SET owned_until_ms = ? WHERE owner = ?", nowMs - 1, owner);
    }

    /** From the beginning, in the present format. */
    void startRebuild(long indexId, long nowMs) throws SQLException {
        update(
                "UPDATE search_index SET format = ?, rebuild_after = 0, rebuild_started_ms = ? WHERE id = ?",
                MessageDocument.FORMAT,
                nowMs,
                indexId);
    }

    void rebuiltUpTo(long indexId, long sessionId) throws SQLException {
        update("UPDATE search_index SET rebuild_after = ? WHERE id = ?", sessionId, indexId);
    }

    /**
     * What changed since the rebuild began, or up to {@code marginMs} before, is looked at again: a transaction that was open
     * when the index was announced has left no task for it.
     */
    void endRebuild(long indexId, long marginMs) throws SQLException {
        update("""
                INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence)
                SELECT search_index.id, coding_session.id, 0, ?
                FROM search_index JOIN coding_session ON updated_ms >= rebuild_started_ms - ?
                WHERE search_index.id = ?
                """, Integer.MAX_VALUE, marginMs, indexId);
        update("UPDATE search_index SET rebuild_after = NULL WHERE id = ?", indexId);
    }

    List<SearchTask> nextTasks(long indexId, int limit) throws SQLException {
        List<SearchTask> tasks = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT id, session_id, first_sequence, last_sequence
                        FROM search_task WHERE index_id = ? ORDER BY id LIMIT ?
                        """)) {
            statement.setLong(1, indexId);
            statement.setInt(2, limit);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    tasks.add(new SearchTask(found.getLong(1), found.getLong(2), found.getInt(3), found.getInt(4)));
                }
            }
        }
        return tasks;
    }

    void remove(List<SearchTask> tasks) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(tasks.size(), "?"));
        update(
                "DELETE FROM search_task WHERE id IN (" + marks + ")",
                tasks.stream().map(SearchTask::id).toArray());
    }

    private Optional<SearchIndexState> state(String name, String owner) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, format, rebuild_after FROM search_index WHERE name = ? AND owner = ?")) {
            statement.setString(1, name);
            statement.setString(2, owner);
            try (ResultSet found = statement.executeQuery()) {
                return found.next()
                        ? Optional.of(new SearchIndexState(found.getLong(1), found.getInt(2), nullableLong(found, 3)))
                        : Optional.empty();
            }
        }
    }

    private static @Nullable Long nullableLong(ResultSet found, int column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
