package dev.opensync.usage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the sessions of one account anew, in the place of what {@code usage_daily} and {@code usage_hourly} say of them.
 *
 * <p>Syncs of the account wait for as long as it takes to read its sessions, about a second for 50,000. None is counted twice
 * or left out: whoever writes a row of {@code usage_daily} holds, by its foreign key, a shared lock on the account until the
 * commit. So with the account locked here, a sync is either committed and counted, or adds its difference afterwards.
 *
 * <p>A sync that makes sessions has that lock before it waits for others, so that now and then three wait for each other in a
 * circle. The database then has one of them give way, which whoever began it has to begin again.
 */
public final class UsageRebuild {

    /** To be raised when sessions are to be counted in another way, so that every server counts them anew. */
    static final int FORMAT = 2;

    private static final String LOCK = "SELECT id FROM account WHERE id = ? FOR UPDATE";

    private static final String SESSIONS = """
            SELECT created_ms, source, provider, model, COALESCE(project_name, project_path) AS project,
                message_count, prompt_tokens, completion_tokens, cost_micros, COALESCE(duration_ms, 0) AS duration_ms
            FROM coding_session
            WHERE account_id = ?
            """;

    private static final List<String> DELETES =
            List.of("DELETE FROM usage_daily WHERE account_id = ?", "DELETE FROM usage_hourly WHERE account_id = ?");

    /** Tells the driver to hand out rows as they come instead of gathering them all first. */
    private static final int STREAMED = Integer.MIN_VALUE;

    private final Connection connection;

    /** In a transaction of the level READ COMMITTED, which the caller ends. */
    public UsageRebuild(Connection connection) {
        this.connection = connection;
    }

    public void rebuild(long accountId) throws SQLException {
        lock(accountId);
        UsageDeltas sums = count(accountId);
        for (String delete : DELETES) {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                statement.setLong(1, accountId);
                statement.executeUpdate();
            }
        }
        sums.write(connection);
    }

    private void lock(long accountId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, accountId);
            statement.executeQuery().close();
        }
    }

    private UsageDeltas count(long accountId) throws SQLException {
        UsageDeltas sums = new UsageDeltas();
        try (PreparedStatement statement = connection.prepareStatement(SESSIONS)) {
            statement.setFetchSize(STREAMED);
            statement.setLong(1, accountId);
            try (ResultSet session = statement.executeQuery()) {
                while (session.next()) {
                    sums.add(bucket(accountId, session), usage(session));
                }
            }
        }
        return sums;
    }

    private static UsageBucket bucket(long accountId, ResultSet session) throws SQLException {
        return UsageBucket.of(
                accountId,
                session.getLong("created_ms"),
                session.getString("source"),
                textOrNull(session, "provider"),
                textOrNull(session, "model"),
                textOrNull(session, "project"));
    }

    private static Usage usage(ResultSet session) throws SQLException {
        return new Usage(
                1,
                session.getLong("message_count"),
                session.getLong("prompt_tokens"),
                session.getLong("completion_tokens"),
                session.getLong("cost_micros"),
                session.getLong("duration_ms"));
    }

    private static @Nullable String textOrNull(ResultSet session, String column) throws SQLException {
        return session.getString(column);
    }
}
