package dev.opensync.editing;

import dev.opensync.schema.DataSources;
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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Changes one session of an account in a transaction with its sums and with what the search has to learn. Callers come through
 * {@link SessionEditor}.
 */
@Stateless
public class SessionEditService {

    private static final String UPDATE = "UPDATE coding_session SET own_title = ?, updated_ms = ? WHERE id = ?";

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /**
     * {@code title}: null keeps what there is. Returns the public id. Fails with {@code NOT_FOUND}, also for a session of
     * someone else.
     */
    public String rename(long accountId, String sessionId, @Nullable String title) {
        try (Connection connection = dataSource.getConnection()) {
            EditedSession before =
                    EditedSession.lock(connection, accountId, sessionId).orElseThrow(SessionEditService::notFound);
            EditedSession after = title == null ? before : before.titled(title);
            if (!after.equals(before)) {
                update(connection, after);
                SearchTasks tasks = new SearchTasks();
                tasks.addSession(after.id());
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

    private static OpenSyncException notFound() {
        return OpenSyncException.notFound("Session not found");
    }

    private void update(Connection connection, EditedSession session) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setString(1, session.ownTitle());
            statement.setLong(2, clock.millis());
            statement.setLong(3, session.id());
            statement.executeUpdate();
        }
    }
}
