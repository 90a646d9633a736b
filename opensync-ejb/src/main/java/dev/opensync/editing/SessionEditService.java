package dev.opensync.editing;

import dev.opensync.eval.EvalMarks;
import dev.opensync.search.SearchTasks;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.StorageException;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/**
 * Changes one session of an account in a transaction with its sums and with what the search has to learn. Callers come through
 * {@link SessionEditor}.
 */
@Stateless
public class SessionEditService {

    private static final String UPDATE =
            "UPDATE coding_session SET own_title = ?, eval_ready = ?, updated_ms = ? WHERE id = ?";

    @Resource(lookup = "java:app/jdbc/opensync")
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** Returns the public id. Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public String edit(long accountId, String sessionId, SessionEdit edit) {
        try (Connection connection = dataSource.getConnection()) {
            EditedSession before = lock(connection, accountId, sessionId);
            EditedSession after = before.with(edit);
            if (!after.equals(before)) {
                update(connection, after);
                SearchTasks tasks = new SearchTasks();
                if (after.evalReady() == before.evalReady()) {
                    tasks.addSession(after.id());
                } else {
                    new EvalMarks(connection, List.of(after.id())).setReady(after.evalReady(), clock.millis());
                    tasks.addWholeSession(after.id());
                }
                tasks.write(connection);
            }
            return after.publicId();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** With all its messages; returns the public id. Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public String delete(long accountId, String sessionId) {
        try (Connection connection = dataSource.getConnection()) {
            SessionRemoval removal = new SessionRemoval(connection);
            SessionRemoval.Removed removed =
                    removal.remove(accountId, sessionId, Integer.MAX_VALUE).orElseThrow(SessionEditService::notFound);
            removal.write();
            return removed.publicId();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static EditedSession lock(Connection connection, long accountId, String sessionId) throws SQLException {
        return EditedSession.lock(connection, accountId, sessionId).orElseThrow(SessionEditService::notFound);
    }

    private static OpenSyncException notFound() {
        return OpenSyncException.notFound("Session not found");
    }

    private void update(Connection connection, EditedSession session) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setString(1, session.ownTitle());
            statement.setBoolean(2, session.evalReady());
            statement.setLong(3, clock.millis());
            statement.setLong(4, session.id());
            statement.executeUpdate();
        }
    }
}
