package dev.opensync.search;

import dev.opensync.schema.DataSources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of {@code search_index} and {@code search_task}. Each call is a transaction of its own. */
@ApplicationScoped
public class SearchIndexRepository {

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** Lower-case letters and digits. */
    String installation() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT id FROM installation");
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getString(1);
        }
    }

    /** Takes possession until {@code untilMs} unless another node has it. A new index has everything before it. */
    SearchIndexState own(String name, String owner, long nowMs, long untilMs) throws SQLException {
        return own(name, MessageDocument.FORMAT, owner, nowMs, untilMs);
    }

    SearchIndexState own(String name, int format, String owner, long nowMs, long untilMs) throws SQLException {
        update("""
                INSERT INTO search_index (name, format, rebuild_after, rebuild_started_ms, owner, owned_until_ms)
                VALUES (?, ?, 0, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    owner = IF(owned_until_ms < ?, VALUES(owner), owner),
                    owned_until_ms = IF(owner = VALUES(owner), VALUES(owned_until_ms), owned_until_ms)
                """, name, format, nowMs, owner, untilMs, nowMs);
        return state(name, owner);
    }

    /** Lets anybody take what this owner had. */
    void disown(String owner, long nowMs) throws SQLException {
        update("UPDATE search_index SET owned_until_ms = ? WHERE owner = ?", nowMs - 1, owner);
    }

    /** In the present format; {@code after} is one of the beginnings. What could not be indexed is tried again. */
    SearchIndexState startRebuild(SearchIndexState state, long after) throws SQLException {
        long generation = Math.max(clock.millis(), state.generation() + 1);
        update("DELETE FROM search_failure WHERE index_id = ?", state.id());
        update(
                "UPDATE search_index SET format = ?, rebuild_after = ?, rebuild_started_ms = ?, ordered_ms = NULL WHERE id = ?",
                MessageDocument.FORMAT,
                after,
                generation,
                state.id());
        return new SearchIndexState(
                state.id(), true, MessageDocument.FORMAT, after, generation, false, state.behindMs());
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
                INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence, created_ms)
                SELECT search_index.id, coding_session.id, 0, ?, ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000)
                FROM search_index JOIN coding_session ON updated_ms >= rebuild_started_ms - ?
                WHERE search_index.id = ?
                """, Integer.MAX_VALUE, marginMs, indexId);
        update("UPDATE search_index SET rebuild_after = NULL WHERE id = ?", indexId);
    }

    List<SearchTask> nextTasks(long indexId, int limit) throws SQLException {
        List<SearchTask> tasks = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT id, session_id, first_sequence, last_sequence, passages
                        FROM search_task WHERE index_id = ? ORDER BY id LIMIT ?
                        """)) {
            statement.setLong(1, indexId);
            statement.setInt(2, limit);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    tasks.add(new SearchTask(
                            found.getLong(1), found.getLong(2), found.getInt(3), found.getInt(4), found.getBoolean(5)));
                }
            }
        }
        return tasks;
    }

    /** Kept until the index is built anew. */
    void addFailure(long indexId, long sessionId, int sequence) throws SQLException {
        update("""
                INSERT INTO search_failure (index_id, session_id, sequence, failed_ms) VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE failed_ms = VALUES(failed_ms)
                """, indexId, sessionId, sequence, clock.millis());
    }

    void remove(List<SearchTask> tasks) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(tasks.size(), "?"));
        update(
                "DELETE FROM search_task WHERE id IN (" + marks + ")",
                tasks.stream().map(SearchTask::id).toArray());
    }

    private SearchIndexState state(String name, String owner) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT id, owner = ?, format, rebuild_after, rebuild_started_ms, ordered_ms IS NOT NULL,
                            (SELECT ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000) - created_ms FROM search_task
                             WHERE index_id = search_index.id ORDER BY search_task.id LIMIT 1)
                        FROM search_index WHERE name = ?
                        """)) {
            statement.setString(1, owner);
            statement.setString(2, name);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("The row of the search index has just been removed");
                }
                return new SearchIndexState(
                        found.getLong(1),
                        found.getBoolean(2),
                        found.getInt(3),
                        nullableLong(found, 4),
                        found.getLong(5),
                        found.getBoolean(6),
                        found.getLong(7));
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
