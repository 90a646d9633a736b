package dev.opensync.usage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The changes one transaction makes to {@code usage_hourly}; none unless sessions appear, move or go. */
final class HourDeltas {

    private static final String UPSERT = """
            INSERT INTO usage_hourly (account_id, day, hour, source, sessions) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE sessions = sessions + VALUES(sessions)
            """;

    /** The row a session is counted in. */
    private record Hour(long accountId, int day, int hour, String source) {

        /** The same for every writer. */
        static final Comparator<Hour> LOCK_ORDER = Comparator.comparingLong(Hour::accountId)
                .thenComparingInt(Hour::day)
                .thenComparingInt(Hour::hour)
                .thenComparing(Hour::source);
    }

    private final Map<Hour, Long> sessionsByHour = new TreeMap<>(Hour.LOCK_ORDER);

    void add(UsageBucket bucket, long sessions) {
        sessionsByHour.merge(
                new Hour(bucket.accountId(), bucket.day(), bucket.hour(), bucket.source()), sessions, Long::sum);
    }

    void write(Connection connection) throws SQLException {
        sessionsByHour.values().removeIf(sessions -> sessions == 0);
        if (sessionsByHour.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<Hour, Long> entry : sessionsByHour.entrySet()) {
                Hour hour = entry.getKey();
                statement.setLong(1, hour.accountId());
                statement.setInt(2, hour.day());
                statement.setInt(3, hour.hour());
                statement.setString(4, hour.source());
                statement.setLong(5, entry.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
