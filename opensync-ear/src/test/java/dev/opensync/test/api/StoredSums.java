package dev.opensync.test.api;

import dev.opensync.harness.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** The sums of days and hours of one account, read from their tables because the API shows only their totals. */
public final class StoredSums {

    /** A row whose sessions have all moved to others counts nothing, and a rebuild leaves it out. */
    private static final String SUMS = """
            SELECT CONCAT_WS('|', day, HEX(bucket), source, provider, COALESCE(model, '-'), COALESCE(project, '-'),
                sessions, messages, prompt_tokens, completion_tokens, cost_micros, duration_ms) AS line
            FROM usage_daily
            WHERE account_id = ?
              AND (sessions <> 0 OR messages <> 0 OR prompt_tokens <> 0 OR completion_tokens <> 0
                OR cost_micros <> 0 OR duration_ms <> 0)
            UNION ALL
            SELECT CONCAT_WS('|', day, hour, source, sessions) AS line
            FROM usage_hourly
            WHERE account_id = ? AND sessions <> 0
            """;

    private StoredSums() {}

    /** One line for each. */
    public static Set<String> of(Database database, long accountId) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(SUMS)) {
            query.setLong(1, accountId);
            query.setLong(2, accountId);
            Set<String> lines = new TreeSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString("line"));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
