package dev.opensync.search;

import dev.opensync.schema.DataSources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** The models, and the tasks of whoever embeds what is said: a reader of {@code search_task} beside the indexes. */
@ApplicationScoped
public class MeaningRepository {

    /** How the rows of those who embed begin. */
    static final String NAME = "meaning-";

    private static final int TASKS_AT_A_TIME = 50;

    /** Whether there are more makes no difference worth the time. */
    private static final int MOST_COUNTED = 1_000;

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    SearchIndexRepository indexes;

    @Inject
    PassageRepository passages;

    /** Known from now on. */
    long announce(String model, int dimensions) throws SQLException {
        OptionalLong known = model(model);
        if (known.isPresent()) {
            return known.getAsLong();
        }
        update("INSERT IGNORE INTO embedding_model (name, dimensions) VALUES (?, ?)", model, dimensions);
        return model(model).orElseThrow();
    }

    /** Empty if nobody has embedded anything with it. */
    OptionalLong model(String name) throws SQLException {
        return number("SELECT id FROM embedding_model WHERE name = ?", name);
    }

    /** Takes possession of the tasks until {@code untilMs}; empty if another node has them, be it for another model. */
    Optional<MeaningState> own(long modelId, String owner, long nowMs, long untilMs) throws SQLException {
        if (number(
                        "SELECT id FROM search_index WHERE name LIKE ? AND name <> ? AND owned_until_ms >= ? LIMIT 1",
                        NAME + "%",
                        NAME + modelId,
                        nowMs)
                .isPresent()) {
            return Optional.empty();
        }
        SearchIndexState state = indexes.own(NAME + modelId, PassageCutter.FORMAT, owner, nowMs, untilMs);
        return state.owned()
                ? Optional.of(new MeaningState(modelId, state.id(), state.format(), owner, state.rebuildAfter()))
                : Optional.empty();
    }

    /** Every session is to be looked at, for this model alone. */
    void fill(MeaningState state) throws SQLException {
        inTransaction(connection -> {
            update(connection, """
                    DELETE FROM search_task
                    WHERE index_id IN (SELECT id FROM search_index WHERE name LIKE ? AND id <> ?) OR index_id = ?
                    """, NAME + "%", state.indexId(), state.indexId());
            update(connection, "DELETE FROM search_index WHERE name LIKE ? AND id <> ?", NAME + "%", state.indexId());
            update(connection, """
                    INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence)
                    SELECT ?, id, 0, ? FROM coding_session ORDER BY id
                    """, state.indexId(), Integer.MAX_VALUE);
            update(connection, """
                    UPDATE search_index
                    SET format = ?, rebuild_after = COALESCE((SELECT MAX(id) FROM search_task WHERE index_id = ?), 1)
                    WHERE id = ?
                    """, PassageCutter.FORMAT, state.indexId(), state.indexId());
        });
    }

    /** True once the tasks given by {@link #fill} are done. */
    boolean isFilled(MeaningState state) throws SQLException {
        return number(
                        "SELECT id FROM search_task WHERE index_id = ? AND id <= ? LIMIT 1",
                        state.indexId(),
                        state.filledUpTo() == null ? 0 : state.filledUpTo())
                .isEmpty();
    }

    /** Lets anybody take what this owner had. */
    void disown(String owner, long nowMs) throws SQLException {
        indexes.disown(owner, nowMs);
    }

    /** Sessions that were deleted while nobody looked are still to be looked at, and those of {@code marginMs} before. */
    void endFill(long indexId, long marginMs) throws SQLException {
        update("""
                INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence)
                SELECT DISTINCT ?, session_id, 0, ? FROM passage
                WHERE NOT EXISTS (SELECT 1 FROM coding_session WHERE coding_session.id = passage.session_id)
                """, indexId, Integer.MAX_VALUE);
        indexes.endRebuild(indexId, marginMs);
    }

    /** About how many sessions are known by this model as they are now, in percent; 100 is exact. */
    int percent(long modelId) throws SQLException {
        long indexId;
        long filledUpTo;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, COALESCE(rebuild_after, -1) FROM search_index WHERE name = ?")) {
            bind(statement, NAME + modelId);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next() || found.getLong(2) == 0) {
                    return 0;
                }
                indexId = found.getLong(1);
                filledUpTo = found.getLong(2);
            }
        }
        SessionExtent sessions = extent();
        int percent = sessions.percentWithout(unfilled(sessions, indexId, filledUpTo) + changed(indexId, filledUpTo));
        return filledUpTo < 0 ? percent : Math.min(99, percent);
    }

    private SessionExtent extent() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return SessionExtent.read(connection);
        }
    }

    /** Tasks of {@link #fill} are done from both ends, so that those that are left are of a run of sessions. */
    private long unfilled(SessionExtent sessions, long indexId, long filledUpTo) throws SQLException {
        String end = "SELECT session_id FROM search_task WHERE index_id = ? AND id <= ? ORDER BY id %s LIMIT 1";
        OptionalLong first = number(end.formatted("ASC"), indexId, filledUpTo);
        OptionalLong last = number(end.formatted("DESC"), indexId, filledUpTo);
        return first.isEmpty() || last.isEmpty() ? 0 : sessions.within(first.getAsLong(), last.getAsLong());
    }

    /** Sessions that changed later, as far as their tasks are among the oldest. */
    private long changed(long indexId, long filledUpTo) throws SQLException {
        return number("""
                SELECT COUNT(DISTINCT coding_session.id)
                FROM (SELECT session_id FROM search_task WHERE index_id = ? AND id > ? ORDER BY id LIMIT ?) task
                JOIN coding_session ON coding_session.id = session_id
                """, indexId, filledUpTo, MOST_COUNTED).orElse(0);
    }

    /** The newest and the oldest. */
    List<SearchTask> nextTasks(long indexId) throws SQLException {
        List<SearchTask> tasks = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        (SELECT id, session_id, first_sequence, last_sequence
                         FROM search_task WHERE index_id = ? ORDER BY id DESC LIMIT ?)
                        UNION
                        (SELECT id, session_id, first_sequence, last_sequence
                         FROM search_task WHERE index_id = ? ORDER BY id LIMIT ?)
                        """)) {
            bind(statement, indexId, TASKS_AT_A_TIME, indexId, TASKS_AT_A_TIME);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    tasks.add(new SearchTask(
                            found.getLong(1), found.getLong(2), found.getInt(3), found.getInt(4), false));
                }
            }
        }
        return tasks;
    }

    /** All or nothing; fails if somebody else has become the owner. */
    void store(MeaningState state, List<PassageChange> changes, Map<TextHash, byte[]> vectors) throws SQLException {
        inTransaction(connection -> {
            passages.addVectors(connection, state.modelId(), vectors);
            for (PassageChange change : changes) {
                passages.remove(connection, change.work().sessionId(), change.removed());
                passages.add(connection, change.work().sessionId(), state.modelId(), change.added());
            }
            for (PassageChange change : changes) {
                passages.forget(connection, change.removed());
                tellIndexes(connection, change);
                endTasks(connection, change);
            }
            if (update(
                            connection,
                            "UPDATE search_index SET owned_until_ms = owned_until_ms + 1 WHERE id = ? AND owner = ?",
                            state.indexId(),
                            state.owner())
                    != 1) {
                throw new SQLException("Another node has taken over");
            }
        });
    }

    private static void tellIndexes(Connection connection, PassageChange change) throws SQLException {
        if (change.last() >= change.first()) {
            update(connection, """
                    INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence, passages, created_ms)
                    SELECT id, ?, ?, ?, TRUE, ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000) FROM search_index WHERE name NOT LIKE ?
                    """, change.work().sessionId(), change.first(), change.last(), NAME + "%");
        }
    }

    /** The oldest stands for what is left, which keeps its turn. */
    private static void endTasks(Connection connection, PassageChange change) throws SQLException {
        PassageWork work = change.work();
        long oldest = work.oldestTask();
        if (!change.isComplete()) {
            update(
                    connection,
                    "UPDATE search_task SET first_sequence = ?, last_sequence = ? WHERE id = ?",
                    change.restFrom(),
                    Math.max(work.last(), change.restFrom()),
                    oldest);
        }
        Object[] done = work.taskIds().stream()
                .filter(id -> change.isComplete() || id != oldest)
                .toArray();
        if (done.length > 0) {
            String marks = String.join(", ", Collections.nCopies(done.length, "?"));
            update(connection, "DELETE FROM search_task WHERE id IN (" + marks + ")", done);
        }
    }

    /** A few thousand rows of models that nobody uses; false if there were none. */
    boolean removeOthers(long modelId) throws SQLException {
        for (String table : List.of("passage", "embedding")) {
            if (update("DELETE FROM " + table + " WHERE model_id <> ? LIMIT 2000", modelId) > 0) {
                return true;
            }
        }
        update("DELETE FROM embedding_model WHERE id <> ?", modelId);
        return false;
    }

    private void inTransaction(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.run(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private OptionalLong number(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return update(connection, sql, values);
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Several statements that are one change. */
    private interface Work {
        void run(Connection connection) throws SQLException;
    }
}
