package dev.opensync.accesslog;

import dev.opensync.schema.DataSources;
import dev.opensync.shared.Cursor;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of the access log; JDBC, because JPA cannot insert rows with generated ids in one statement. */
@ApplicationScoped
public class AccessLogRepository {

    /** Without the rows of an account that is gone meanwhile, which would take the others with them. */
    private static final String INSERT = """
            INSERT IGNORE INTO access_log
                (account_id, api_key_id, endpoint, method, status_code, response_time_ms, created_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    /** The redundant first condition is the one both MySQL and MariaDB turn into an index range. */
    private static final String NEWEST_FIRST = """
            SELECT id, account_id, api_key_id, endpoint, method, status_code, response_time_ms, created_ms
            FROM access_log
            WHERE account_id = ? AND created_ms <= ? AND (created_ms < ? OR id < ?)
            ORDER BY created_ms DESC, id DESC
            LIMIT ?
            """;

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    void add(List<AccessLogEntry> entries) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (AccessLogEntry entry : entries) {
                statement.setLong(1, entry.accountId());
                statement.setObject(2, entry.apiKeyId());
                statement.setString(3, entry.endpoint());
                statement.setString(4, entry.method());
                statement.setInt(5, entry.statusCode());
                statement.setLong(6, Math.min(entry.responseTimeMillis(), Integer.MAX_VALUE));
                statement.setLong(7, entry.createdAt().toEpochMilli());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The access log cannot be written", e);
        }
    }

    /** By creation, then row id, both descending; {@code after} null = from the newest. */
    List<Row> newestFirst(long accountId, @Nullable Cursor after, int limit) {
        Cursor start = after == null ? new Cursor(Long.MAX_VALUE, Long.MAX_VALUE) : after;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST_FIRST)) {
            statement.setLong(1, accountId);
            statement.setLong(2, start.value());
            statement.setLong(3, start.value());
            statement.setLong(4, start.id());
            statement.setInt(5, limit);
            try (ResultSet result = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The access log cannot be read", e);
        }
    }

    private static Row row(ResultSet result) throws SQLException {
        long apiKeyId = result.getLong("api_key_id");
        Long apiKeyIdOrNull = result.wasNull() ? null : apiKeyId;
        return new Row(
                result.getLong("id"),
                new AccessLogEntry(
                        result.getLong("account_id"),
                        apiKeyIdOrNull,
                        result.getString("endpoint"),
                        result.getString("method"),
                        result.getInt("status_code"),
                        result.getLong("response_time_ms"),
                        Instant.ofEpochMilli(result.getLong("created_ms"))));
    }

    /** An entry with its row id, which decides between entries of the same millisecond. */
    record Row(long id, AccessLogEntry entry) {}
}
