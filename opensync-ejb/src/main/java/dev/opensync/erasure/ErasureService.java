package dev.opensync.erasure;

import dev.opensync.account.AccountClosingService;
import dev.opensync.erasure.ErasureStep.Order;
import dev.opensync.notification.NotificationKind;
import dev.opensync.notification.NotificationService;
import dev.opensync.schema.DataSources;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.StorageException;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Orders to delete what an account has synced, or the account itself, and carrying them out a little at a time. */
@Stateless
public class ErasureService {

    private static final String ADD = """
            REPLACE INTO erasure (account_id, last_session_id, all_sessions, ordered_ms, tried_ms)
            SELECT ?, %s, (SELECT COALESCE(SUM(sessions), 0) FROM usage_daily WHERE account_id = ?), ?, 0
            """;
    /** Also for an account without sessions a number, which tells that the account stays. */
    private static final String LAST_SESSION = "(SELECT COALESCE(MAX(id), 0) FROM coding_session WHERE account_id = ?)";

    private static final String FIND = """
            SELECT last_session_id IS NULL, all_sessions, sessions, messages, parts, vectors, requests, ordered_ms, ended_ms
            FROM erasure WHERE account_id = ?
            """;

    private static final String NEXT = """
            SELECT account_id FROM erasure WHERE ended_ms IS NULL ORDER BY tried_ms LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    private static final String TRIED = "UPDATE erasure SET tried_ms = ? WHERE account_id = ?";

    private static final String LOCK = """
            SELECT last_session_id IS NULL, COALESCE(last_session_id, ?), ordered_ms
            FROM erasure WHERE account_id = ? AND ended_ms IS NULL FOR UPDATE SKIP LOCKED
            """;
    private static final String COUNT = """
            UPDATE erasure SET sessions = sessions + ?, messages = messages + ?, parts = parts + ?,
                vectors = vectors + ?, requests = requests + ?, ended_ms = IF(?, ?, NULL)
            WHERE account_id = ?
            """;

    private static final String LINKED = """
            SELECT shared_session.session_id
            FROM shared_session JOIN coding_session ON coding_session.id = shared_session.session_id
            WHERE coding_session.account_id = ?
            """;
    private static final String CLOSE_LINK = "DELETE FROM shared_session WHERE session_id = ?";

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @EJB
    AccountClosingService closing;

    @EJB
    NotificationService notifications;

    @Inject
    InstantSource clock;

    /**
     * All that is there now, of which no page is public from now on; sessions that begin later stay. Fails with
     * {@code CONFLICT} while the last order is carried out, and with {@code NOT_FOUND} once the account is closed.
     */
    public void eraseSessions(long accountId) {
        // Otherwise this order could take the place of one to delete the account, which then would stay, closed.
        closing.keepOpen(accountId);
        add(accountId, LAST_SESSION);
    }

    /**
     * Nobody gets in with the account, its keys or a link to a session from now on, and people no longer see its name. Fails
     * with {@code CONFLICT} where no administrator would be left.
     */
    public void eraseAccount(long accountId) {
        closing.close(accountId);
        add(accountId, "NULL");
    }

    /** Of the last order; empty if there was none. */
    public Optional<ErasureProgress> findProgress(long accountId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setLong(1, accountId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(progress(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The account whose turn it is, which then comes last again; empty if there is nothing to do for this node. */
    public OptionalLong next() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEXT);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return OptionalLong.empty();
            }
            long accountId = row.getLong(1);
            update(connection, TRIED, clock.millis(), accountId);
            return OptionalLong.of(accountId);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /**
     * Deletes some more, together with the count of it, so that it goes on where it was however it ends. Returns the public
     * ids of the sessions that are gone; none while another node is at it.
     */
    public List<String> step(long accountId) {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Order> order = lock(connection, accountId);
            return order.isPresent() ? step(connection, order.get()) : List.of();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private List<String> step(Connection connection, Order order) throws SQLException {
        ErasureStep step = new ErasureStep(connection, order);
        boolean complete = step.run();
        Erased erased = step.erased();
        update(
                connection,
                COUNT,
                erased.sessions().size(),
                erased.messages(),
                erased.parts(),
                erased.vectors(),
                erased.requests(),
                complete,
                clock.millis(),
                order.accountId());
        if (complete && !order.wholeAccount()) {
            notifications.add(order.accountId(), NotificationKind.DATA_DELETED, "", "/settings#danger");
        }
        return erased.sessions();
    }

    private void add(long accountId, String lastSession) {
        boolean wholeAccount = !lastSession.equals(LAST_SESSION);
        if (!wholeAccount
                && findProgress(accountId).filter(ErasureProgress::isRunning).isPresent()) {
            throw OpenSyncException.of(ErrorCode.CONFLICT, "Your sessions are being deleted already")
                    .as("erasing");
        }
        try (Connection connection = dataSource.getConnection()) {
            closeLinks(connection, accountId);
            String sql = ADD.formatted(lastSession);
            if (wholeAccount) {
                update(connection, sql, accountId, accountId, clock.millis());
            } else {
                update(connection, sql, accountId, accountId, accountId, clock.millis());
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The sessions are found without locks: a deletion that joins them would wait for all that are being synced. */
    private static void closeLinks(Connection connection, long accountId) throws SQLException {
        List<Long> linked = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LINKED)) {
            statement.setLong(1, accountId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    linked.add(row.getLong(1));
                }
            }
        }
        for (long sessionId : linked) {
            update(connection, CLOSE_LINK, sessionId);
        }
    }

    private static Optional<Order> lock(Connection connection, long accountId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, Long.MAX_VALUE);
            statement.setLong(2, accountId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Order(accountId, row.getBoolean(1), row.getLong(2), row.getLong(3)))
                        : Optional.empty();
            }
        }
    }

    private static ErasureProgress progress(ResultSet row) throws SQLException {
        long endedMs = row.getLong(9);
        Instant endedAt = row.wasNull() ? null : Instant.ofEpochMilli(endedMs);
        return new ErasureProgress(
                row.getBoolean(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                Instant.ofEpochMilli(row.getLong(8)),
                endedAt);
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
