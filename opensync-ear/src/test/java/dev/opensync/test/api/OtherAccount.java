package dev.opensync.test.api;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.Database;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A second person with a key of their own, put straight into the database: the API cannot invite anybody. */
public final class OtherAccount {

    private OtherAccount() {}

    /** {@code scopes}: names of scopes, separated by commas. */
    public static ApiClient client(TestServer server, String scopes) {
        return client(server.anonymous(), server.database(), scopes);
    }

    /** The same on a server of the test's own. */
    public static ApiClient client(OpenSyncServer server, String scopes) {
        return client(server.client(), server.database(), scopes);
    }

    private static ApiClient client(ApiClient server, Database database, String scopes) {
        String name = UUID.randomUUID().toString();
        String key = "osk_" + name;
        try (Connection connection = database.connect()) {
            update(
                    connection,
                    "INSERT INTO account (subject, name, role, created_ms, updated_ms) VALUES (?, ?, 'MEMBER', 1, 1)",
                    name,
                    name);
            update(
                    connection,
                    "INSERT INTO api_key (account_id, name, prefix, secret_hash, scopes, created_ms)"
                            + " SELECT id, 'test', 'osk_test', UNHEX(SHA2(?, 256)), ?, 1 FROM account WHERE subject = ?",
                    key,
                    scopes,
                    name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.withToken(key);
    }

    private static void update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
