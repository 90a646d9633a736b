package dev.opensync.eval;

import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.schema.DataSources;
import dev.opensync.search.SearchTasks;
import dev.opensync.sync.StorageException;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.sql.DataSource;

/** Changes marks in a transaction with what lists and the search tell of them. Owners come through {@link EvalMarking}. */
@Stateless
public class EvalMarkService {

    private static final String LOCK = """
            SELECT id, public_id, eval_ready FROM coding_session
            WHERE account_id = ? AND %s IN (%s)
            ORDER BY id
            FOR UPDATE
            """;
    private static final String CHOOSE =
            "UPDATE coding_session SET eval_ready = ?, updated_ms = ? WHERE id = ? AND account_id = ?";
    private static final String COUNT = """
            UPDATE eval_mark SET kept_messages = ?, turn_cases = ?, full_cases = ?, final_cases = ?, counted_ms = ?
            WHERE session_id = ? AND account_id = ?
            """;

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** {@code sessionIds}: public ids; returns those that belong to the account. Fails with {@code INVALID}. */
    public List<String> change(long accountId, Collection<String> sessionIds, EvalChange change) {
        return change(accountId, "public_id", sessionIds, change);
    }

    /** {@code sessionId}: of the coding tool; returns the public id, or nothing if there is no such session. */
    public List<String> changeExternal(long accountId, String sessionId, EvalChange change) {
        return change(accountId, "external_id", List.of(sessionId), change);
    }

    /** In the order of their ids, so that two nodes that count the same ones rarely stand in each other's way. */
    public void storeCounts(long accountId, SortedMap<UncountedSession, CaseCounts> counts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            for (Map.Entry<UncountedSession, CaseCounts> entry : counts.entrySet()) {
                CaseCounts counted = entry.getValue();
                statement.setInt(1, counted.messages());
                statement.setInt(2, counted.turns());
                statement.setInt(3, counted.full());
                statement.setInt(4, counted.last());
                statement.setLong(5, entry.getKey().syncedMs());
                statement.setLong(6, entry.getKey().id());
                statement.setLong(7, accountId);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private List<String> change(long accountId, String key, Collection<String> sessionIds, EvalChange change) {
        try (Connection connection = dataSource.getConnection()) {
            List<Locked> sessions = lock(connection, accountId, key, sessionIds);
            if (!sessions.isEmpty()) {
                change(connection, accountId, sessions, change);
            }
            return sessions.stream().map(Locked::publicId).toList();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static List<Locked> lock(Connection connection, long accountId, String key, Collection<String> sessionIds)
            throws SQLException {
        String marks = String.join(", ", Collections.nCopies(sessionIds.size(), "?"));
        List<Locked> sessions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK.formatted(key, marks))) {
            int index = 1;
            statement.setLong(index++, accountId);
            for (String sessionId : sessionIds) {
                statement.setString(index++, sessionId);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sessions.add(
                            new Locked(rows.getLong("id"), rows.getString("public_id"), rows.getBoolean("eval_ready")));
                }
            }
        }
        return sessions;
    }

    private void change(Connection connection, long accountId, List<Locked> sessions, EvalChange change)
            throws SQLException {
        EvalMarks marks = new EvalMarks(
                connection, accountId, sessions.stream().map(Locked::id).toList());
        if (change.status() != null) {
            marks.setStatus(change.status());
        }
        if (change.notes() != null) {
            marks.setNotes(change.notes());
        }
        if (change.expectedOutput() != null) {
            marks.setExpectedOutput(change.expectedOutput());
        }
        if (change.tags() != null) {
            marks.setTags(EvalTag.normalise(change.tags()));
        }
        marks.removeTags(EvalTag.normalise(change.removedTags()));
        marks.addTags(EvalTag.normalise(change.addedTags()));
        if (marks.hasTooManyTags()) {
            throw EvalTag.tooMany();
        }
        SearchTasks tasks = new SearchTasks();
        if (change.status() != null || change.isOfTags()) {
            sessions.forEach(session -> tasks.addWholeSession(session.id));
        }
        if (change.ready() != null) {
            choose(connection, accountId, sessions, change.ready(), tasks);
        }
        tasks.write(connection);
    }

    /** Those that are chosen already keep the time of their choice. */
    private void choose(Connection connection, long accountId, List<Locked> sessions, boolean ready, SearchTasks tasks)
            throws SQLException {
        List<Locked> changed =
                sessions.stream().filter(session -> session.ready != ready).toList();
        if (changed.isEmpty()) {
            return;
        }
        new EvalMarks(connection, accountId, changed.stream().map(Locked::id).toList()).setReady(ready, clock.millis());
        try (PreparedStatement statement = connection.prepareStatement(CHOOSE)) {
            for (Locked session : changed) {
                statement.setBoolean(1, ready);
                statement.setLong(2, clock.millis());
                statement.setLong(3, session.id);
                statement.setLong(4, accountId);
                statement.addBatch();
                tasks.addWholeSession(session.id);
            }
            statement.executeBatch();
        }
    }

    private record Locked(long id, String publicId, boolean ready) {}
}
