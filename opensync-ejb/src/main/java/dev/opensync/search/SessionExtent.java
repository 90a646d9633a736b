package dev.opensync.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * About how many sessions all accounts have. To tell it costs the same for any number of them; to count them does not.
 *
 * @param sessions as the database estimates it to plan its queries, exact where there are few
 * @param firstId the least row id
 * @param lastId the greatest row id
 */
record SessionExtent(long sessions, long firstId, long lastId) {

    private static final String IDS = "SELECT MIN(id), MAX(id) FROM coding_session";
    private static final String ESTIMATE = "EXPLAIN FORMAT=TRADITIONAL SELECT id FROM coding_session";

    private static final SessionExtent NONE = new SessionExtent(0, 0, 0);

    static SessionExtent read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IDS);
                ResultSet ids = statement.executeQuery()) {
            ids.next();
            long first = ids.getLong(1);
            long last = ids.getLong(2);
            return ids.wasNull() ? NONE : of(estimate(connection), first, last);
        }
    }

    static SessionExtent of(long estimate, long firstId, long lastId) {
        return new SessionExtent(Math.max(1, Math.min(estimate, lastId - firstId + 1)), firstId, lastId);
    }

    private static long estimate(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ESTIMATE);
                ResultSet plan = statement.executeQuery()) {
            return plan.next() ? plan.getLong("rows") : 0;
        }
    }

    /** How many of them have row ids from {@code first} to {@code last}, as if these lay evenly. */
    long within(long first, long last) {
        long ids = Math.min(last, lastId) - Math.max(first, firstId) + 1;
        return ids <= 0 ? 0 : Math.round((double) sessions * ids / (lastId - firstId + 1));
    }

    /** Rounded down; 100 only if none is {@code lacking}. */
    int percentWithout(long lacking) {
        return lacking <= 0 || sessions == 0 ? 100 : (int) (100 * Math.max(0, sessions - lacking) / sessions);
    }
}
