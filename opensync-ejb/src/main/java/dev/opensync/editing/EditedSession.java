package dev.opensync.editing;

import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageBucket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code coding_session} while its lock is held, as far as an owner can change it.
 *
 * @param bucket in which the daily sums count it
 * @param usage as what they count it
 */
record EditedSession(long id, String publicId, @Nullable String ownTitle, UsageBucket bucket, Usage usage) {

    private static final String LOCK = """
            SELECT id, public_id, own_title, created_ms, source, provider, model,
                COALESCE(project_name, project_path) AS project, message_count, prompt_tokens, completion_tokens,
                cost_micros, COALESCE(duration_ms, 0) AS duration_ms
            FROM coding_session
            WHERE account_id = ? AND %s = ?
            FOR UPDATE
            """;

    /** {@code id}: public or external id. */
    static Optional<EditedSession> lock(Connection connection, long accountId, String id) throws SQLException {
        Optional<EditedSession> found = lock(connection, "public_id", accountId, id);
        return found.isPresent() ? found : lock(connection, "external_id", accountId, id);
    }

    private static Optional<EditedSession> lock(Connection connection, String key, long accountId, String id)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK.formatted(key))) {
            statement.setLong(1, accountId);
            statement.setString(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row, accountId)) : Optional.empty();
            }
        }
    }

    private static EditedSession read(ResultSet row, long accountId) throws SQLException {
        return new EditedSession(
                row.getLong("id"),
                row.getString("public_id"),
                textOrNull(row, "own_title"),
                UsageBucket.of(
                        accountId,
                        row.getLong("created_ms"),
                        row.getString("source"),
                        textOrNull(row, "provider"),
                        textOrNull(row, "model"),
                        textOrNull(row, "project")),
                new Usage(
                        1,
                        row.getLong("message_count"),
                        row.getLong("prompt_tokens"),
                        row.getLong("completion_tokens"),
                        row.getLong("cost_micros"),
                        row.getLong("duration_ms")));
    }

    private static @Nullable String textOrNull(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    EditedSession titled(String title) {
        return new EditedSession(id, publicId, blankToNull(title), bucket, usage);
    }

    private static @Nullable String blankToNull(String title) {
        return title.isBlank() ? null : title.strip();
    }
}
