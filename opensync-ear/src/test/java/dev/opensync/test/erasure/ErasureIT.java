package dev.opensync.test.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import dev.opensync.test.api.OtherAccount;
import dev.opensync.test.api.Synced;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a server of its own, which is killed in the middle. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {

    private static final String EMAIL = "admin@example.org";
    private static final String PASSWORD = "correct horse battery staple";
    private static final String KEY = "osk_erasureTestsAdministrator000000000000000";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int SESSIONS = 120;

    private final OpenSyncServer server;
    private final ApiClient api;
    private final PageClient pages;

    ErasureIT(TestServers servers) {
        server = servers.fresh(
                "erasure",
                Map.of(
                        "OPENSYNC_INIT_EMAIL", EMAIL,
                        "OPENSYNC_INIT_PASSWORD", PASSWORD,
                        "OPENSYNC_INIT_API_KEY", KEY,
                        "OPENSYNC_ACCOUNT_SIGN_UP", "open"));
        api = server.client().withToken(KEY);
        pages = new PageClient(server.baseUrl());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void goesOnAfterAKilledServerAndLeavesOthersAlone() throws SQLException {
        ApiClient other = OtherAccount.client(server, "SYNC,READ");
        String kept = Synced.newId();
        sync(other, List.of(kept));
        List<String> doomed = newIds(SESSIONS);
        sync(api, doomed);
        long account = account();
        update("INSERT INTO eval_dataset (public_id, account_id, name, created_ms) VALUES ('d', " + account
                + ", 'Old', 1)");
        long all = number("SELECT COUNT(*) FROM coding_session WHERE account_id = " + account);

        try (Connection blocking = blockOneSession(account)) {
            Page page = erase("eraseSessionsForm", "delete data");
            assertThat(page.text()).contains("Deleting");
            server.kill();
            assertThat(number("SELECT COUNT(*) FROM coding_session WHERE account_id = " + account))
                    .isPositive();
            blocking.rollback();
        }
        server.restart();

        awaitEnd(account);
        assertThat(number("SELECT COUNT(*) FROM coding_session WHERE account_id = " + account))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM eval_dataset WHERE account_id = " + account))
                .isZero();
        assertThat(number("SELECT sessions FROM erasure WHERE account_id = " + account))
                .isEqualTo(all);
        assertThat(number("SELECT messages FROM erasure WHERE account_id = " + account))
                .isEqualTo(all);
        assertThat(number("SELECT COALESCE(SUM(sessions), 0) FROM usage_daily WHERE account_id = " + account))
                .isZero();
        await().atMost(SOON)
                .until(() ->
                        number("SELECT COUNT(*) FROM passage WHERE session_id NOT IN (SELECT id FROM coding_session)")
                                == 0);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(api.get("/api/search?q=fig").body()).doesNotContain(doomed.get(0)));
        assertThat(Synced.read(other, kept).messages()).hasSize(1);
    }

    @Test
    void whatIsSyncedMeanwhileStays() throws SQLException {
        sync(api, newIds(3));
        long account = account();
        String later = Synced.newId();

        try (Connection blocking = blockOneSession(account)) {
            erase("eraseSessionsForm", "delete data");
            sync(api, List.of(later));
            blocking.rollback();
        }

        awaitEnd(account);
        assertThat(Synced.read(api, later).messages()).hasSize(1);
        assertThat(ids(api)).containsExactly(later);
    }

    @Test
    void linksEndAtOnceAndDatasetsKeepWhatWasSavedLater() throws SQLException {
        sync(api, newIds(2));
        long account = account();
        update("INSERT INTO shared_session (session_id, slug, with_secrets, last_sequence, visits, created_ms)"
                + " SELECT id, CONCAT(public_id, '01234567890'), FALSE, 1, 0, 1 FROM coding_session WHERE account_id = "
                + account + " LIMIT 1");
        update("INSERT INTO eval_dataset (public_id, account_id, name, created_ms) VALUES ('kept', " + account
                + ", 'Kept', 1)");
        for (int version = 1; version <= 2; version++) {
            String createdMs = version == 1 ? "1" : String.valueOf(Long.MAX_VALUE);
            update("INSERT INTO eval_dataset_version (dataset_id, version, note, options, created_ms)" + " SELECT id, "
                    + version + ", '', '{}', " + createdMs + " FROM eval_dataset WHERE name = 'Kept'");
        }

        try (Connection blocking = blockOneSession(account)) {
            erase("eraseSessionsForm", "delete data");
            assertThat(number("SELECT COUNT(*) FROM shared_session JOIN coding_session ON id = session_id"
                            + " WHERE account_id = " + account))
                    .isZero();
            blocking.rollback();
        }

        awaitEnd(account);
        assertThat(number(
                        "SELECT SUM(version) FROM eval_dataset_version JOIN eval_dataset ON eval_dataset.id = dataset_id"
                                + " WHERE name = 'Kept'"))
                .isEqualTo(2);
        update("DELETE FROM eval_dataset WHERE name = 'Kept'");
    }

    @Test
    void otherWordsDeleteNothing() {
        sync(api, newIds(1));

        Page page = erase("eraseSessionsForm", "delete");

        assertThat(page.text()).contains("Nothing was deleted");
        assertThat(ids(api)).isNotEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        Page page = erase("eraseAccountForm", "delete account");

        assertThat(page.text()).contains("You are the only administrator");
        assertThat(api.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void anAccountGoesWithEverythingAndMayBeginAnew() throws SQLException {
        PageClient person = new PageClient(server.baseUrl());
        String email = Synced.newId() + "@example.org";
        signUp(person, email);
        long account = number("SELECT id FROM account WHERE email = '" + email + "'");
        ApiClient client = clientOf(account);
        sync(client, newIds(3));
        String kept = Synced.newId();
        sync(api, List.of(kept));

        Page page = person.submit(person.get("/settings"), "eraseAccountForm", "confirm", "phrase", "Delete account");

        assertThat(page.address().getPath()).isEqualTo("/login");
        assertThat(page.text()).contains("Your account is closed");
        assertThat(person.get("/settings").address().getPath()).isEqualTo("/login");
        assertThat(client.post("/sync/session", "{\"externalId\": \"late\"}").status())
                .isEqualTo(401);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(number("SELECT COUNT(*) FROM account WHERE id = " + account))
                        .isZero());
        assertThat(rowsOf(account)).isEmpty();
        assertThat(Synced.read(api, kept).messages()).hasSize(1);
        signUp(new PageClient(server.baseUrl()), email);
    }

    @Test
    void anAccountGoesAlsoWhileItsDataIsDeleted() throws SQLException {
        PageClient person = new PageClient(server.baseUrl());
        String email = Synced.newId() + "@example.org";
        signUp(person, email);
        long account = number("SELECT id FROM account WHERE email = '" + email + "'");
        PageClient other = new PageClient(server.baseUrl());
        other.submit(other.get("/login"), "loginForm", "signIn", "email", email, "password", PASSWORD);
        Page settings = person.get("/settings");
        Page settingsOfOther = other.get("/settings");

        CompletableFuture<Page> leaving;
        CompletableFuture<Page> deleting;
        try (Connection blocking = server.database().connect();
                Statement statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.executeQuery("SELECT id FROM account WHERE id = " + account + " FOR UPDATE");
            leaving = CompletableFuture.supplyAsync(
                    () -> person.submit(settings, "eraseAccountForm", "confirm", "phrase", "delete account"));
            deleting = CompletableFuture.supplyAsync(
                    () -> other.submit(settingsOfOther, "eraseSessionsForm", "confirm", "phrase", "delete data"));
            await().pollDelay(Duration.ofSeconds(2)).until(() -> !leaving.isDone() && !deleting.isDone());
            blocking.rollback();
        }

        assertThat(leaving.join().text()).contains("Your account is closed");
        deleting.join();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(number("SELECT COUNT(*) FROM account WHERE id = " + account))
                        .isZero());
    }

    @Test
    void invitationsOfAnAdministratorWhoLeavesEndAtOnce() throws SQLException {
        PageClient person = new PageClient(server.baseUrl());
        String email = Synced.newId() + "@example.org";
        signUp(person, email);
        long account = number("SELECT id FROM account WHERE email = '" + email + "'");
        update("UPDATE account SET role = 'ADMIN' WHERE id = " + account);
        await().until(() -> person.get("/admin/accounts").status() == 200);
        String link = person.submit(
                        person.get("/admin/accounts"),
                        "inviteForm",
                        "invite",
                        "email",
                        "guest@example.org",
                        "role",
                        "ADMIN")
                .document()
                .html()
                .replaceAll("(?s).*?(/invitation\\?token=[\\w-]+).*", "$1");
        assertThat(new PageClient(server.baseUrl()).get(link).document().getElementById("invitationForm"))
                .isNotNull();
        sync(clientOf(account), newIds(1));

        try (Connection blocking = blockOneSession(account)) {
            person.submit(person.get("/settings"), "eraseAccountForm", "confirm", "phrase", "delete account");

            assertThat(new PageClient(server.baseUrl()).get(link).document().getElementById("invitationGone"))
                    .isNotNull();
            blocking.rollback();
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(number("SELECT COUNT(*) FROM account WHERE id = " + account))
                        .isZero());
    }

    /** Tables with a row that refers to the account. */
    private List<String> rowsOf(long account) throws SQLException {
        List<String> left = new ArrayList<>();
        try (Connection connection = server.database().connect();
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

    private ApiClient clientOf(long account) throws SQLException {
        String key = "osk_" + Synced.newId();
        update("INSERT INTO api_key (account_id, name, prefix, secret_hash, scopes, created_ms) VALUES (" + account
                + ", 'Tests', 'osk_test', UNHEX(SHA2('" + key + "', 256)), 'SYNC,READ', 1)");
        return server.client().withToken(key);
    }

    private void signUp(PageClient person, String email) {
        Page page = person.submit(
                person.get("/sign-up"),
                "signUpForm",
                "signUp",
                "name",
                "Somebody",
                "email",
                email,
                "password",
                PASSWORD);
        assertThat(page.address().getPath()).isEqualTo("/overview");
    }

    private Page erase(String form, String phrase) {
        Page page = pages.get("/settings");
        if (page.address().getPath().equals("/login")) {
            page = pages.submit(page, "loginForm", "signIn", "email", EMAIL, "password", PASSWORD);
        }
        return pages.submit(page, form, "confirm", "phrase", phrase);
    }

    /** The deletion cannot come past it until the connection is closed or rolled back. */
    private Connection blockOneSession(long account) throws SQLException {
        Connection connection = server.database().connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT id FROM coding_session WHERE id = (SELECT * FROM"
                    + " (SELECT MAX(id) FROM coding_session WHERE account_id = " + account + ") newest) FOR UPDATE");
        }
        return connection;
    }

    private void awaitEnd(long account) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(number("SELECT COUNT(*) FROM erasure WHERE ended_ms IS NOT NULL"
                                + " AND account_id = " + account))
                        .isOne());
    }

    private long account() {
        return Long.parseLong(api.get("/api/me").json().get("id").asText());
    }

    private static List<String> ids(ApiClient client) {
        List<String> ids = new ArrayList<>();
        for (JsonNode session : client.get("/api/sessions").json().get("sessions")) {
            ids.add(session.get("externalId").asText());
        }
        return ids;
    }

    private static List<String> newIds(int count) {
        return Stream.generate(Synced::newId).limit(count).toList();
    }

    /** With a message each. */
    private static void sync(ApiClient client, List<String> ids) {
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

    private long number(String sql) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
