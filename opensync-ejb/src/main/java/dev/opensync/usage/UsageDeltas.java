package dev.opensync.usage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The changes one transaction makes to the sums of days and hours, collected and written last, so that its rows are locked briefly. */
public final class UsageDeltas {

    private static final String UPSERT = """
            INSERT INTO usage_daily
                (account_id, day, bucket, source, provider, model, project,
                 sessions, messages, prompt_tokens, completion_tokens, cost_micros, duration_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
                sessions = sessions + VALUES(sessions),
                messages = messages + VALUES(messages),
                prompt_tokens = prompt_tokens + VALUES(prompt_tokens),
                completion_tokens = completion_tokens + VALUES(completion_tokens),
                cost_micros = cost_micros + VALUES(cost_micros),
                duration_ms = duration_ms + VALUES(duration_ms)
            """;

    private final Map<UsageBucket, Usage> usageByBucket = new HashMap<>();
    private final HourDeltas hourDeltas = new HourDeltas();

    public void add(UsageBucket bucket, Usage usage) {
        usageByBucket.merge(bucket, usage, Usage::plus);
        hourDeltas.add(bucket, usage.sessions());
    }

    public void write(Connection connection) throws SQLException {
        writeDays(connection);
        hourDeltas.write(connection);
    }

    private void writeDays(Connection connection) throws SQLException {
        usageByBucket.values().removeIf(Usage.NONE::equals);
        if (usageByBucket.isEmpty()) {
            return;
        }
        List<UsageBucket> buckets =
                usageByBucket.keySet().stream().sorted(UsageBucket.LOCK_ORDER).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (UsageBucket bucket : buckets) {
                bind(statement, bucket, usageByBucket.getOrDefault(bucket, Usage.NONE));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, UsageBucket bucket, Usage usage) throws SQLException {
        statement.setLong(1, bucket.accountId());
        statement.setInt(2, bucket.day());
        statement.setBytes(3, bucket.hash());
        statement.setString(4, bucket.source());
        statement.setString(5, bucket.provider());
        statement.setString(6, bucket.model());
        statement.setString(7, bucket.project());
        statement.setLong(8, usage.sessions());
        statement.setLong(9, usage.messages());
        statement.setLong(10, usage.promptTokens());
        statement.setLong(11, usage.completionTokens());
        statement.setLong(12, usage.costMicros());
        statement.setLong(13, usage.durationMs());
    }
}
