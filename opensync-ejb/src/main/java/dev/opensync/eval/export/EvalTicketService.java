package dev.opensync.eval.export;

import dev.opensync.account.RandomToken;
import dev.opensync.schema.DataSources;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.StorageException;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Keeps what somebody asked to export until it is fetched, for an hour. */
@Stateless
public class EvalTicketService {

    private static final Duration VALID = Duration.ofHours(1);

    private static final String KEEP =
            "INSERT INTO eval_download (ticket, account_id, request, expires_ms) VALUES (?, ?, ?, ?)";
    private static final String FIND =
            "SELECT request FROM eval_download WHERE ticket = ? AND account_id = ? AND expires_ms > ?";
    private static final String CLEAN = "DELETE FROM eval_download WHERE expires_ms <= ? ORDER BY expires_ms LIMIT 100";

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** {@code request}: a text that its asker understands. */
    public EvalTicket keep(long accountId, String request) {
        EvalTicket ticket = new EvalTicket(RandomToken.next(), clock.instant().plus(VALID));
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement clean = connection.prepareStatement(CLEAN)) {
                clean.setLong(1, clock.millis());
                clean.executeUpdate();
            }
            try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
                keep.setString(1, ticket.id());
                keep.setLong(2, accountId);
                keep.setString(3, request);
                keep.setLong(4, ticket.expiresAt().toEpochMilli());
                keep.executeUpdate();
            }
            return ticket;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** What was kept. Fails with {@code NOT_FOUND} if it has expired, and for a ticket of someone else. */
    public String get(long accountId, String ticket) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, ticket);
            find.setLong(2, accountId);
            find.setLong(3, clock.millis());
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    throw OpenSyncException.notFound("This download has expired");
                }
                return row.getString("request");
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** Where an export can be fetched, and until when. */
    public record EvalTicket(String id, Instant expiresAt) {}
}
