package dev.opensync.test.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.Database;
import dev.opensync.test.api.Synced;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is to be deleted, as it stands in the tables. */
record Rows(Database database) {

    long number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void update(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Tables with a row that refers to the account. */
    List<String> tablesWith(long account) throws SQLException {
        List<String> left = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet column = statement.executeQuery("SELECT table_name FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND column_name = 'account_id'")) {
            while (column.next()) {
                String table = column.getString(1);
                if (number("SELECT COUNT(*) FROM " + table + " WHERE account_id = " + account) > 0) {
                    left.add(table);
                }
            }
        }
        return left;
    }

    /** The deletion cannot come past it until the connection is closed or rolled back. */
    Connection blockOneSession(long account) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT id FROM coding_session WHERE id = (SELECT * FROM"
                    + " (SELECT MAX(id) FROM coding_session WHERE account_id = " + account + ") newest) FOR UPDATE");
        }
        return connection;
    }

    static List<String> newIds(int count) {
        return Stream.generate(Synced::newId).limit(count).toList();
    }

    /** With a message each. */
    static void sync(ApiClient client, List<String> ids) {
        List<String> sessions = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (String id : ids) {
            sessions.add("{\"externalId\": \"" + id + "\", \"title\": \"A fig of " + id + "\"}");
            messages.add("{\"sessionExternalId\": \"" + id
                    + "\", \"externalId\": \"m1\", \"role\": \"user\", \"textContent\": \"Plant a fig\"}");
        }
        assertThat(client.post("/sync/batch", "{\"sessions\": " + sessions + ", \"messages\": " + messages + "}")
                        .status())
                .isEqualTo(200);
    }
}
