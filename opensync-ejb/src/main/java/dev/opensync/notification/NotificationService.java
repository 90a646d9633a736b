package dev.opensync.notification;

import dev.opensync.schema.DataSources;
import jakarta.annotation.Resource;
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
import javax.sql.DataSource;

/** Keeping what one person is told of, the last {@link #MOST} of it, and whether they have looked at it. */
@Stateless
public class NotificationService {

    /** Older ones go as new ones come. */
    public static final int MOST = 100;

    private static final int SUBJECT_CHARS = 255;

    private static final String INSERT =
            "INSERT INTO notification (account_id, kind, subject, link, created_ms) VALUES (?, ?, ?, ?, ?)";
    private static final String FORGET = """
            DELETE FROM notification WHERE account_id = ? AND id < (
                SELECT oldest FROM (
                    SELECT MIN(id) AS oldest FROM (
                        SELECT id FROM notification WHERE account_id = ? ORDER BY id DESC LIMIT ?) kept) bound)
            """;
    private static final String NEWEST_FIRST = """
            SELECT kind, subject, link, is_read, created_ms FROM notification
            WHERE account_id = ? ORDER BY id DESC LIMIT ?
            """;
    private static final String UNREAD = "SELECT COUNT(*) FROM notification WHERE account_id = ? AND NOT is_read";
    private static final String READ = "UPDATE notification SET is_read = TRUE WHERE account_id = ? AND NOT is_read";

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** In the transaction of the caller, if there is one; {@code subject} and {@code link} empty if there is none. */
    public void add(long accountId, NotificationKind kind, String subject, String link) {
        try (Connection connection = dataSource.getConnection()) {
            update(connection, INSERT, accountId, kind.name(), shortened(subject), link, clock.millis());
            update(connection, FORGET, accountId, accountId, MOST);
        } catch (SQLException e) {
            throw new IllegalStateException("A notification cannot be kept", e);
        }
    }

    /** At most {@code limit}. */
    public List<Notification> newestFirst(long accountId, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST_FIRST)) {
            statement.setLong(1, accountId);
            statement.setInt(2, limit);
            List<Notification> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("Notifications cannot be read", e);
        }
    }

    /** How many have not been looked at. */
    public int unread(long accountId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(UNREAD)) {
            statement.setLong(1, accountId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Notifications cannot be counted", e);
        }
    }

    /** All there are now. */
    public void markRead(long accountId) {
        try (Connection connection = dataSource.getConnection()) {
            update(connection, READ, accountId);
        } catch (SQLException e) {
            throw new IllegalStateException("Notifications cannot be marked", e);
        }
    }

    private static Notification read(ResultSet row) throws SQLException {
        return new Notification(
                NotificationKind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    private static String shortened(String subject) {
        return subject.codePointCount(0, subject.length()) <= SUBJECT_CHARS
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, SUBJECT_CHARS));
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
