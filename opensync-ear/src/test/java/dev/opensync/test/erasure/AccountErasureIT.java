package dev.opensync.test.erasure;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is left of an account that is deleted. */
@SystemTest
class AccountErasureIT {

    private static final String PASSWORD = "correct horse battery staple";

    private final TestServer server;
    private final Rows rows;

    AccountErasureIT(TestServer server) {
        this.server = server;
        rows = new Rows(server.database());
    }

    @Test
    void anAccountGoesWithEverythingAndMayBeginAnew() throws SQLException {
        PageClient person = new PageClient(server.baseUrl());
        String email = Synced.newId() + "@example.org";
        signUp(person, email);
        long account = rows.number("SELECT id FROM account WHERE email = '" + email + "'");
        ApiClient client = clientOf(account);
        Rows.sync(client, Rows.newIds(3));
        String kept = Synced.newId();
        Rows.sync(server.admin(), List.of(kept));

        Page page = person.submit(person.get("/settings"), "eraseAccountForm", "confirm", "phrase", "Delete account");

        assertThat(page.address().getPath()).isEqualTo("/login");
        assertThat(page.text()).contains("Your account is closed");
        assertThat(person.get("/settings").address().getPath()).isEqualTo("/login");
        assertThat(client.post("/sync/session", "{\"externalId\": \"late\"}").status())
                .isEqualTo(401);
        await().untilAsserted(() -> assertThat(rows.number("SELECT COUNT(*) FROM account WHERE id = " + account))
                .isZero());
        assertThat(rows.tablesWith(account)).isEmpty();
        assertThat(Synced.read(server.admin(), kept).messages()).hasSize(1);
        signUp(new PageClient(server.baseUrl()), email);
    }

    @Test
    void anAccountGoesAlsoWhileItsDataIsDeleted() throws SQLException {
        PageClient person = new PageClient(server.baseUrl());
        String email = Synced.newId() + "@example.org";
        signUp(person, email);
        long account = rows.number("SELECT id FROM account WHERE email = '" + email + "'");
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
        await().untilAsserted(() -> assertThat(rows.number("SELECT COUNT(*) FROM account WHERE id = " + account))
                .isZero());
    }

    @Test
    void invitationsOfAnAdministratorWhoLeavesEndAtOnce() throws SQLException {
        PageClient person = new PageClient(server.baseUrl());
        String email = Synced.newId() + "@example.org";
        signUp(person, email);
        long account = rows.number("SELECT id FROM account WHERE email = '" + email + "'");
        rows.update("UPDATE account SET role = 'ADMIN' WHERE id = " + account);
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
        Rows.sync(clientOf(account), Rows.newIds(1));

        try (Connection blocking = rows.blockOneSession(account)) {
            person.submit(person.get("/settings"), "eraseAccountForm", "confirm", "phrase", "delete account");

            assertThat(new PageClient(server.baseUrl()).get(link).document().getElementById("invitationGone"))
                    .isNotNull();
            blocking.rollback();
        }
        await().untilAsserted(() -> assertThat(rows.number("SELECT COUNT(*) FROM account WHERE id = " + account))
                .isZero());
    }

    private ApiClient clientOf(long account) throws SQLException {
        String key = "osk_" + Synced.newId();
        rows.update("INSERT INTO api_key (account_id, name, prefix, secret_hash, scopes, created_ms) VALUES (" + account
                + ", 'Tests', 'osk_test', UNHEX(SHA2('" + key + "', 256)), 'SYNC,READ', 1)");
        return server.anonymous().withToken(key);
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
}
