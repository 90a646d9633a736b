package dev.opensync.test.upkeep;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import dev.opensync.test.api.StoredSums;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a server of its own, because a start is what sets the work off. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpkeepIT {

    private static final String KEY = "osk_upkeepTestsAdministrator0000000000000000";

    /** Longer ago than anything is kept, in SQL. */
    private static final String LONG_AGO = "1000";

    private static final String CALLS = "SELECT calls FROM usage_tool_daily WHERE tool = 'Bash'";

    private static final String JUST_NOW = "(UNIX_TIMESTAMP() - 60) * 1000";
    private static final String NEXT_YEAR = "(UNIX_TIMESTAMP() + 365 * 86400) * 1000";

    private final OpenSyncServer server;
    private final long accountId;

    UpkeepIT(TestServers servers) {
        server = servers.fresh(
                "upkeep",
                Map.of(
                        "OPENSYNC_INIT_EMAIL", "admin@example.org",
                        "OPENSYNC_INIT_PASSWORD", "correct horse battery staple",
                        "OPENSYNC_INIT_API_KEY", KEY));
        ApiClient api = server.client().withToken(KEY);
        accountId = Long.parseLong(api.get("/api/me").json().get("id").asText());
    }

    @BeforeAll
    void syncSomething() {
        server.client().withToken(KEY).post("/sync/batch", """
                {"sessions": [{"externalId": "a", "model": "gpt-5", "promptTokens": 12, "cost": 0.5, "durationMs": 9,
                               "createdAt": 1706234567890, "projectName": "shop"},
                              {"externalId": "b", "source": "cursor", "createdAt": 1706434567890}],
                 "messages": [{"sessionExternalId": "a", "externalId": "m", "role": "user"}]}""");
    }

    @Test
    void sumsThatAreMissingAreCountedAfterTheStart() {
        Set<String> before = sums();

        restartAfter("DELETE FROM usage_daily");

        await().untilAsserted(() -> assertThat(sums()).isEqualTo(before));
    }

    @Test
    void sumsOfAnOlderFormatAreCountedAnewAfterTheStart() {
        Set<String> before = sums();

        restartAfter("UPDATE usage_daily SET day = day + 1, prompt_tokens = 0", "UPDATE derived_format SET format = 0");

        await().untilAsserted(() -> assertThat(sums()).isEqualTo(before));
        await().untilAsserted(() ->
                assertThat(names("SELECT format FROM derived_format")).doesNotContain("0"));
    }

    @Test
    void sumsAreCountedAnewAlthoughAnotherWriterIsFirst() throws SQLException {
        Set<String> before = sums();

        try (Connection other = heavyTransaction()) {
            lock(other, "SELECT day FROM usage_daily WHERE account_id = %d FOR UPDATE".formatted(accountId));
            restartAfter("UPDATE derived_format SET format = 0");
            awaitWaiting("DELETE FROM usage_daily%");
            lock(other, "SELECT id FROM account WHERE id = %d LOCK IN SHARE MODE".formatted(accountId));
            other.rollback();
        }

        await().untilAsserted(() ->
                assertThat(names("SELECT format FROM derived_format")).doesNotContain("0"));
        assertThat(sums()).isEqualTo(before);
    }

    @Test
    void callsAreCountedAlthoughAnotherWriterIsFirst() throws SQLException {
        call("1");
        await().until(() -> names(CALLS).equals(Set.of("1")));

        try (Connection other = heavyTransaction()) {
            lock(other, "SELECT calls FROM usage_tool_daily FOR UPDATE");
            call("2");
            awaitWaiting("%usage_tool_daily%");
            lock(other, "SELECT session_id FROM session_tool_count FOR UPDATE");
            other.rollback();
        }

        await().until(() -> names(CALLS).equals(Set.of("2")));
    }

    private void call(String message) {
        assertThat(server.client()
                        .withToken(KEY)
                        .post("/sync/message", """
                                {"sessionExternalId": "calling", "externalId": "%s", "role": "assistant",
                                 "parts": [{"type": "tool-call", "content": {"toolName": "Bash"}}]}""".formatted(message))
                        .status())
                .isEqualTo(200);
    }

    /** Of two that wait for each other, the database lets the one go on that has changed more. */
    private Connection heavyTransaction() throws SQLException {
        Connection connection = server.database().connect();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence) VALUES "
                            + String.join(", ", Collections.nCopies(500, "(-1, 0, 0, 0)")));
        }
        return connection;
    }

    /** Returns once nobody else has it. */
    private static void lock(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
        }
    }

    private void awaitWaiting(String statement) {
        await().until(() -> !names("SELECT trx_id FROM information_schema.innodb_trx"
                        + " WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE '" + statement + "'")
                .isEmpty());
    }

    @Test
    void onlyLeftoversAreRemoved() {
        restartAfter(
                accessLog("old", LONG_AGO),
                accessLog("young", JUST_NOW),
                event("old", LONG_AGO),
                event("young", JUST_NOW),
                invitation("used", LONG_AGO, NEXT_YEAR, "NULL"),
                invitation("withdrawn", "NULL", NEXT_YEAR, LONG_AGO),
                invitation("expired", "NULL", LONG_AGO, "NULL"),
                invitation("just used", JUST_NOW, NEXT_YEAR, "NULL"),
                invitation("open", "NULL", NEXT_YEAR, "NULL"),
                key("expired", LONG_AGO, "NULL"),
                key("revoked", NEXT_YEAR, LONG_AGO),
                key("revoked, without expiry", "NULL", LONG_AGO),
                key("just revoked", "NULL", JUST_NOW),
                key("good", NEXT_YEAR, "NULL"),
                key("good, without expiry", "NULL", "NULL"));

        await().untilAsserted(() -> {
            assertThat(names("SELECT endpoint FROM access_log WHERE method = 'TEST'"))
                    .containsExactly("young");
            assertThat(names("SELECT type FROM recorded_event")).containsExactly("young");
            assertThat(names("SELECT email FROM invitation")).containsExactly("just used", "open");
            assertThat(names("SELECT name FROM api_key WHERE prefix = 'test'"))
                    .containsExactly("good", "good, without expiry", "just revoked");
        });
    }

    @Test
    void unattendedSetUpIsForAnEmptyServerOnly() {
        restartAfter(
                "UPDATE account SET subject = 'local:new@example.org', email = 'new@example.org', role = 'MEMBER'");

        assertThat(names("SELECT CONCAT(subject, ' ', role) FROM account"))
                .containsExactly("local:new@example.org MEMBER");
    }

    @Test
    void versionsOfDatasetsThatWereNeverFinishedAreRemoved() {
        restartAfter(
                "INSERT INTO eval_dataset (id, public_id, account_id, name, created_ms) VALUES"
                        + " (901, '901', %d, 'left', 1000), (902, '902', %d, 'kept', 1000)"
                                .formatted(accountId, accountId),
                "INSERT INTO eval_dataset_version (id, dataset_id, version, note, options, complete, created_ms) VALUES"
                        + " (901, 901, 1, 'killed', '{}', FALSE, 1000), (902, 902, 1, 'killed', '{}', FALSE, 1000),"
                        + " (903, 902, 2, 'whole', '{}', TRUE, 1000), (904, 902, 3, 'busy', '{}', FALSE, " + JUST_NOW
                        + ")",
                "INSERT INTO eval_dataset_session (version_id, number, content) VALUES (901, 1, '{}'), (903, 1, '{}')");

        await().untilAsserted(() -> {
            assertThat(names("SELECT note FROM eval_dataset_version")).containsExactly("busy", "whole");
            assertThat(names("SELECT name FROM eval_dataset")).containsExactly("kept");
            assertThat(names("SELECT version_id FROM eval_dataset_session")).containsExactly("903");
        });
    }

    private String accessLog(String endpoint, String createdMs) {
        return "INSERT INTO access_log (account_id, endpoint, method, status_code, response_time_ms, created_ms) VALUES ("
                + accountId + ", '" + endpoint + "', 'TEST', 200, 1, " + createdMs + ")";
    }

    private String event(String type, String receivedMs) {
        return "INSERT INTO recorded_event (account_id, type, body, received_ms) VALUES (" + accountId + ", '" + type
                + "', '{}', " + receivedMs + ")";
    }

    private String invitation(String email, String acceptedMs, String expiresMs, String revokedMs) {
        return "INSERT INTO invitation (email, role, token_hash, invited_by, created_ms, expires_ms, accepted_ms,"
                + " revoked_ms) VALUES ('" + email + "', 'MEMBER', UNHEX(SHA2('" + email + "', 256)), " + accountId
                + ", 1, " + expiresMs + ", " + acceptedMs + ", " + revokedMs + ")";
    }

    private String key(String name, String expiresMs, String revokedMs) {
        return "INSERT INTO api_key (account_id, name, prefix, secret_hash, scopes, created_ms, expires_ms, revoked_ms)"
                + " VALUES (" + accountId + ", '" + name + "', 'test', UNHEX(SHA2('" + name + "', 256)), 'READ', 1, "
                + expiresMs + ", " + revokedMs + ")";
    }

    private void restartAfter(String... changes) {
        server.kill();
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            for (String change : changes) {
                statement.executeUpdate(change);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        server.restart();
    }

    private Set<String> names(String query) {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> sums() {
        return StoredSums.of(server.database(), accountId);
    }
}
