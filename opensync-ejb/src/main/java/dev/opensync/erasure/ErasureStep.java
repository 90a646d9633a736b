package dev.opensync.erasure;

import dev.opensync.editing.SessionRemoval;
import dev.opensync.editing.SessionRemoval.Removed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deletes a few rows of an account in the transaction of the caller. */
final class ErasureStep {

    /** So few that nobody waits for their locks. */
    private static final int ROWS = 2_000;

    private static final int SESSIONS = 50;
    private static final int VERSIONS_AT_ONCE = 5;

    private static final String NEXT_SESSIONS =
            "SELECT public_id FROM coding_session WHERE account_id = ? AND id <= ? LIMIT ?";

    private static final String REQUESTS =
            "DELETE FROM access_log WHERE account_id = ? AND created_ms <= ? ORDER BY created_ms LIMIT ?";
    private static final String EVENTS = "DELETE FROM recorded_event WHERE account_id = ? AND received_ms <= ? LIMIT ?";

    /** Copies of messages. */
    private static final String DATASET_VERSIONS = """
            DELETE FROM eval_dataset_version
            WHERE dataset_id IN (SELECT id FROM eval_dataset WHERE account_id = ?) AND created_ms <= ?
            ORDER BY id LIMIT ?
            """;

    private static final String EMPTY_DATASETS = """
            DELETE FROM eval_dataset
            WHERE account_id = ? AND created_ms <= ?
                AND NOT EXISTS (SELECT 1 FROM eval_dataset_version WHERE dataset_id = eval_dataset.id)
            ORDER BY id LIMIT ?
            """;

    /** Whatever any feature keeps for an account refers to it; sessions are deleted before, with what hangs on them. */
    private static final String REFERENCES = """
            SELECT table_name, column_name FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND referenced_table_name = 'account'
                AND table_name NOT IN ('coding_session', 'erasure')
            ORDER BY table_name
            """;

    private static final String ACCOUNT = "DELETE FROM account WHERE id = ?";

    private final Connection connection;
    private final Order order;
    private final Erased erased = new Erased();

    ErasureStep(Connection connection, Order order) {
        this.connection = connection;
        this.order = order;
    }

    /**
     * What is to be deleted.
     *
     * @param lastSessionId {@code Long.MAX_VALUE} for all there are
     * @param untilMs what else came later stays
     */
    record Order(long accountId, boolean wholeAccount, long lastSessionId, long untilMs) {}

    /** True if there is nothing left to do. */
    boolean run() throws SQLException {
        if (removeSessions()) {
            return false;
        }
        return order.wholeAccount ? removeAccount() : removeTraces();
    }

    Erased erased() {
        return erased;
    }

    /** True if there was any. */
    private boolean removeSessions() throws SQLException {
        List<String> ids = nextSessions();
        if (ids.isEmpty()) {
            return false;
        }
        SessionRemoval removal = new SessionRemoval(connection);
        int rows = ROWS;
        for (String id : ids) {
            Removed removed = removal.remove(order.accountId, id, rows).orElse(null);
            if (removed == null) {
                continue;
            }
            erased.addRows(removed.messages(), removed.parts(), removed.vectors());
            rows -= (int) removed.rows();
            if (removed.complete()) {
                erased.addSession(removed.publicId());
            }
            if (rows <= 0) {
                break;
            }
        }
        removal.write();
        return true;
    }

    private List<String> nextSessions() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT_SESSIONS)) {
            statement.setLong(1, order.accountId);
            statement.setLong(2, order.lastSessionId);
            statement.setInt(3, SESSIONS);
            List<String> ids = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getString(1));
                }
            }
            return ids;
        }
    }

    private boolean removeTraces() throws SQLException {
        long requests = delete(REQUESTS, order.accountId, order.untilMs, ROWS);
        erased.addRequests(requests);
        long events = delete(EVENTS, order.accountId, order.untilMs, ROWS);
        return removeDatasets(order.untilMs) && requests < ROWS && events < ROWS;
    }

    /** True if there are none left. */
    private boolean removeDatasets(long untilMs) throws SQLException {
        return delete(DATASET_VERSIONS, order.accountId, untilMs, VERSIONS_AT_ONCE) < VERSIONS_AT_ONCE
                && delete(EMPTY_DATASETS, order.accountId, untilMs, ROWS) < ROWS;
    }

    private boolean removeAccount() throws SQLException {
        if (!removeDatasets(Long.MAX_VALUE)) {
            return false;
        }
        for (Map.Entry<String, String> reference : references().entrySet()) {
            String table = reference.getKey();
            long rows = delete(
                    "DELETE FROM " + table + " WHERE " + reference.getValue() + " = ? LIMIT ?", order.accountId, ROWS);
            if (table.equals("access_log")) {
                erased.addRequests(rows);
            }
            if (rows == ROWS) {
                return false;
            }
        }
        delete(ACCOUNT, order.accountId);
        return true;
    }

    /** Columns by the names of their tables. */
    private Map<String, String> references() throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(REFERENCES);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                columns.put(found.getString(1), found.getString(2));
            }
        }
        return columns;
    }

    private long delete(String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
