package dev.opensync.sharing;

import dev.opensync.schema.DataSources;
import dev.opensync.search.SearchTasks;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.StorageException;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps which sessions are shown, together with what lists and the search tell of it. Owners come through {@link Sharing}. */
@Stateless
public class ShareService {

    private static final String LOCK =
            "SELECT id FROM coding_session WHERE account_id = ? AND public_id = ? FOR UPDATE";
    private static final String MARK = "UPDATE coding_session SET is_public = ?, updated_ms = ? WHERE id = ?";
    private static final String DELETE = "DELETE FROM shared_session WHERE session_id = ?";
    private static final String DELETE_EXPIRED = DELETE + " AND expires_ms <= ?";
    private static final String INSERT = """
            INSERT INTO shared_session
                (session_id, slug, password_hash, expires_ms, with_secrets, last_sequence, visits, created_ms)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?)
            """;

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    ShareRepository shares;

    @Inject
    InstantSource clock;

    /** {@code sessionId}: the public id. Empty if the session is not shown, also for one of someone else. */
    public Optional<Share> find(long accountId, String sessionId) {
        return shares.find(accountId, sessionId).map(StoredShare::toShare);
    }

    /** Hash of the password of what is shown at that address now; empty if there is nothing or no password. */
    public Optional<String> passwordHash(String slug) {
        return shares.findOpen(slug, clock.millis()).map(StoredShare::passwordHash);
    }

    public void countVisit(String slug) {
        shares.countVisit(slug);
    }

    /** The oldest ones, at most {@code limit}. */
    public List<ExpiredShare> expired(int limit) {
        return shares.expired(clock.millis(), limit);
    }

    /** In place of the address it had. Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void share(long accountId, String sessionId, String slug, ShareTerms terms, @Nullable String passwordHash) {
        try (Connection connection = dataSource.getConnection()) {
            long id = lock(connection, accountId, sessionId);
            delete(connection, id);
            insert(connection, id, slug, terms, passwordHash);
            mark(connection, id, true);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void revoke(long accountId, String sessionId) {
        try (Connection connection = dataSource.getConnection()) {
            long id = lock(connection, accountId, sessionId);
            delete(connection, id);
            mark(connection, id, false);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** False if it has been shared anew, or made private, meanwhile. Fails with {@code NOT_FOUND} if the session is gone. */
    public boolean revokeExpired(ExpiredShare share) {
        try (Connection connection = dataSource.getConnection()) {
            long id = lock(connection, share.accountId(), share.sessionId());
            try (PreparedStatement statement = connection.prepareStatement(DELETE_EXPIRED)) {
                statement.setLong(1, id);
                statement.setLong(2, clock.millis());
                if (statement.executeUpdate() == 0) {
                    return false;
                }
            }
            mark(connection, id, false);
            return true;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static long lock(Connection connection, long accountId, String sessionId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, accountId);
            statement.setString(2, sessionId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw OpenSyncException.notFound("Session not found");
                }
                return row.getLong("id");
            }
        }
    }

    private static void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private void insert(Connection connection, long id, String slug, ShareTerms terms, @Nullable String passwordHash)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, id);
            statement.setString(2, slug);
            statement.setString(3, passwordHash);
            Instant expiresAt = terms.expiresAt();
            if (expiresAt == null) {
                statement.setNull(4, Types.BIGINT);
            } else {
                statement.setLong(4, expiresAt.toEpochMilli());
            }
            statement.setBoolean(5, terms.withSecrets());
            statement.setInt(6, terms.lastSequence());
            statement.setLong(7, clock.millis());
            statement.executeUpdate();
        }
    }

    /** Messages are found by it too. */
    private void mark(Connection connection, long id, boolean isPublic) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setBoolean(1, isPublic);
            statement.setLong(2, clock.millis());
            statement.setLong(3, id);
            statement.executeUpdate();
        }
        SearchTasks tasks = new SearchTasks();
        tasks.addWholeSession(id);
        tasks.write(connection);
    }
}
