package dev.opensync.test.erasure;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a server of its own, which is killed in the middle. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {

    private static final String EMAIL = "admin@example.org";
    private static final String PASSWORD = "correct horse battery staple";
    private static final String KEY = "osk_erasureTestsAdministrator000000000000000";
    private static final int SESSIONS = 120;

    private final OpenSyncServer server;
    private final ApiClient api;
    private final PageClient pages;
    private final Rows rows;

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
        rows = new Rows(server.database());
    }

    @Test
    void goesOnAfterAKilledServerAndLeavesOthersAlone() throws SQLException {
        ApiClient other = OtherAccount.client(server, "SYNC,READ");
        String kept = Synced.newId();
        Rows.sync(other, List.of(kept));
        List<String> doomed = Rows.newIds(SESSIONS);
        Rows.sync(api, doomed);
        long account = account();
        rows.update("INSERT INTO eval_dataset (public_id, account_id, name, created_ms) VALUES ('d', " + account
                + ", 'Old', 1)");
        long all = rows.number("SELECT COUNT(*) FROM coding_session WHERE account_id = " + account);

        try (Connection blocking = rows.blockOneSession(account)) {
            Page page = erase("eraseSessionsForm", "delete data");
            assertThat(page.text()).contains("Deleting");
            server.kill();
            assertThat(rows.number("SELECT COUNT(*) FROM coding_session WHERE account_id = " + account))
                    .isPositive();
            blocking.rollback();
        }
        server.restart();

        awaitEnd(account);
        assertThat(rows.number("SELECT COUNT(*) FROM coding_session WHERE account_id = " + account))
                .isZero();
        assertThat(rows.number("SELECT COUNT(*) FROM eval_dataset WHERE account_id = " + account))
                .isZero();
        assertThat(rows.number("SELECT sessions FROM erasure WHERE account_id = " + account))
                .isEqualTo(all);
        assertThat(rows.number("SELECT messages FROM erasure WHERE account_id = " + account))
                .isEqualTo(all);
        assertThat(rows.number("SELECT COALESCE(SUM(sessions), 0) FROM usage_daily WHERE account_id = " + account))
                .isZero();
        await().until(() ->
                rows.number("SELECT COUNT(*) FROM passage WHERE session_id NOT IN (SELECT id FROM coding_session)")
                        == 0);
        await().untilAsserted(
                        () -> assertThat(api.get("/api/search?q=fig").body()).doesNotContain(doomed.get(0)));
        assertThat(Synced.read(other, kept).messages()).hasSize(1);
    }

    @Test
    void whatIsSyncedMeanwhileStays() throws SQLException {
        Rows.sync(api, Rows.newIds(3));
        long account = account();
        String later = Synced.newId();

        try (Connection blocking = rows.blockOneSession(account)) {
            erase("eraseSessionsForm", "delete data");
            Rows.sync(api, List.of(later));
            blocking.rollback();
        }

        awaitEnd(account);
        assertThat(Synced.read(api, later).messages()).hasSize(1);
        assertThat(ids(api)).containsExactly(later);
    }

    @Test
    void linksEndAtOnceAndDatasetsKeepWhatWasSavedLater() throws SQLException {
        Rows.sync(api, Rows.newIds(2));
        long account = account();
        rows.update("INSERT INTO shared_session (session_id, slug, with_secrets, last_sequence, visits, created_ms)"
                + " SELECT id, CONCAT(public_id, '01234567890'), FALSE, 1, 0, 1 FROM coding_session WHERE account_id = "
                + account + " LIMIT 1");
        rows.update("INSERT INTO eval_dataset (public_id, account_id, name, created_ms) VALUES ('kept', " + account
                + ", 'Kept', 1)");
        for (int version = 1; version <= 2; version++) {
            String createdMs = version == 1 ? "1" : String.valueOf(Long.MAX_VALUE);
            rows.update("INSERT INTO eval_dataset_version (dataset_id, version, note, options, created_ms)"
                    + " SELECT id, " + version + ", '', '{}', " + createdMs + " FROM eval_dataset WHERE name = 'Kept'");
        }

        try (Connection blocking = rows.blockOneSession(account)) {
            erase("eraseSessionsForm", "delete data");
            assertThat(rows.number("SELECT COUNT(*) FROM shared_session JOIN coding_session ON id = session_id"
                            + " WHERE account_id = " + account))
                    .isZero();
            blocking.rollback();
        }

        awaitEnd(account);
        assertThat(rows.number(
                        "SELECT SUM(version) FROM eval_dataset_version JOIN eval_dataset ON eval_dataset.id = dataset_id"
                                + " WHERE name = 'Kept'"))
                .isEqualTo(2);
        rows.update("DELETE FROM eval_dataset WHERE name = 'Kept'");
    }

    @Test
    void otherWordsDeleteNothing() {
        Rows.sync(api, Rows.newIds(1));

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

    private Page erase(String form, String phrase) {
        Page page = pages.get("/settings");
        if (page.address().getPath().equals("/login")) {
            page = pages.submit(page, "loginForm", "signIn", "email", EMAIL, "password", PASSWORD);
        }
        return pages.submit(page, form, "confirm", "phrase", phrase);
    }

    private void awaitEnd(long account) {
        await().untilAsserted(() -> assertThat(rows.number(
                        "SELECT COUNT(*) FROM erasure WHERE ended_ms IS NOT NULL" + " AND account_id = " + account))
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
}
