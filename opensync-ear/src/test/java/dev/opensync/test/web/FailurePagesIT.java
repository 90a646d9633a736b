package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.Database;
import dev.opensync.harness.MariaDbServer;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.test.api.Synced;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;

/** What people see when something goes wrong, each with the status that says so to programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailurePagesIT {

    private static final String EMAIL = "admin@example.org";
    private static final String PASSWORD = "correct horse battery staple";
    private static final String KEY = "osk_failurePagesAdministrator000000000000000";

    private MariaDbServer databases;
    private Database database;
    private OpenSyncServer server;
    private PageClient person;

    @BeforeAll
    void start() {
        databases = MariaDbServer.start("failure_pages");
        database = databases.schema("failure_pages");
        server = OpenSyncServer.start(
                "failure_pages",
                database,
                Map.of(
                        "OPENSYNC_INIT_EMAIL", EMAIL,
                        "OPENSYNC_INIT_PASSWORD", PASSWORD,
                        "OPENSYNC_INIT_API_KEY", KEY));
        person = new PageClient(server.baseUrl());
        Page login = person.get("/login");
        person.submit(login, "loginForm", "signIn", "email", EMAIL, "password", PASSWORD, "remember", "on");
    }

    @AfterAll
    void stop() {
        server.close();
        databases.close();
    }

    @Test
    void unknownAddressIsNotThere() {
        assertPage(person.get("/nothing-here"), 404, "notFoundPage");
        assertPage(person.get("/session?id=0123456789abcdef0123456789abcdef"), 404, "notFoundPage");
        assertPage(person.get("/message?id=0123456789abcdef0123456789abcdef-1"), 404, "notFoundPage");
        assertPage(person.get("/sessions?after=nonsense"), 404, "notFoundPage");
    }

    @Test
    void formOfAForgottenPageIsExpired() {
        Page settings = person.get("/settings");
        person.forgetCookie("JSESSIONID");

        assertPage(
                person.submit(
                        settings, "passwordForm", "changePassword", "oldPassword", PASSWORD, "newPassword", PASSWORD),
                409,
                "expiredPage");
    }

    @Test
    void formThatNoPageOfOursHasMadeIsExpired() {
        PageClient stranger = new PageClient(server.baseUrl());
        Page login = stranger.get("/login");
        String viewState = login.document()
                .select("#loginForm input[name=jakarta.faces.ViewState]")
                .val();

        for (String state : List.of("1:2", "nonsense", viewState)) {
            String[] form = {"loginForm", "loginForm", "jakarta.faces.ViewState", state};
            assertPage(stranger.post("/login", form), 409, "expiredPage");
            assertPage(stranger.post("/login", with(form, "primefaces.nonce", "<nonsense>")), 409, "expiredPage");
            assertPage(stranger.post("/login", with(form, "primefaces.nonce", "")), 409, "expiredPage");
        }
        assertPage(person.post("/settings", "jakarta.faces.ViewState", "1:2"), 409, "expiredPage");
        assertPage(person.post("/nothing-here", "jakarta.faces.ViewState", "1:2"), 404, "notFoundPage");
    }

    @Test
    void scriptOfAPageThatIsGoneGetsNoFault() {
        Page answer = new PageClient(server.baseUrl(), Map.of("Faces-Request", "partial/ajax"))
                .post(
                        "/login",
                        "loginForm",
                        "loginForm",
                        "jakarta.faces.ViewState",
                        "1:2",
                        "jakarta.faces.partial.ajax",
                        "true",
                        "jakarta.faces.source",
                        "loginForm",
                        "jakarta.faces.partial.execute",
                        "@all");

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.text()).doesNotContain("Exception", "CSP");
    }

    @Test
    void damagedDatabaseIsAFaultOfOurs() throws SQLException {
        String id = Synced.newId();
        server.client().withToken(KEY).post("/sync/session", "{\"externalId\": \"" + id + "\"}");
        String address = "/session?id=" + id;
        assertThat(person.get(address).status()).isEqualTo(200);

        execute("ALTER TABLE message RENAME TO message_lost");
        Page failed = person.get(address);
        execute("ALTER TABLE message_lost RENAME TO message");

        assertPage(failed, 500, "failedPage");
        assertThat(failed.text()).doesNotContain("SQL", "Exception", "message_lost");
        assertThat(person.get(address).status()).isEqualTo(200);
    }

    @Test
    @RequiresBrowser
    void failuresHaveTheLookOfTheConsoleAndAreOpenToEverybody() throws SQLException {
        String id = Synced.newId();
        server.client().withToken(KEY).post("/sync/session", "{\"externalId\": \"" + id + "\"}");
        try (Browser browser = Browser.open(server.baseUrl())) {
            browser.setCookie("JSESSIONID", person.cookie("JSESSIONID"));

            browser.go("/nothing-here");
            assertLook(browser, "notFoundPage");

            execute("ALTER TABLE message RENAME TO message_lost");
            try {
                browser.go("/session?id=" + id);
            } finally {
                execute("ALTER TABLE message_lost RENAME TO message");
            }
            assertLook(browser, "failedPage");

            browser.driver().manage().deleteCookieNamed("JSESSIONID");
            browser.go("/login");
            browser.driver().manage().deleteCookieNamed("JSESSIONID");
            browser.driver().executeScript("document.getElementById('loginForm').submit()");
            assertLook(browser, "expiredPage");
        }
    }

    @Test
    void figuresThatCannotBeReadLeaveTheRestOfThePage() throws SQLException {
        server.client()
                .withToken(KEY)
                .post("/sync/session", "{\"externalId\": \"" + Synced.newId() + "\", \"title\": \"Still there\"}");

        execute("ALTER TABLE usage_daily RENAME TO usage_daily_lost");
        Page overview;
        Page analytics;
        try {
            overview = person.get("/overview");
            analytics = person.get("/analytics");
        } finally {
            execute("ALTER TABLE usage_daily_lost RENAME TO usage_daily");
        }

        assertThat(analytics.status()).isEqualTo(200);
        assertThat(analytics.document().select("#breakdown .widget-failed")).hasSize(1);
        assertThat(analytics.document().select("#week .widget-failed")).isEmpty();
        assertThat(overview.status()).isEqualTo(200);
        assertThat(overview.document()
                        .select("#tiles .widget-failed, #usage .widget-failed, #consumption .widget-failed"))
                .hasSize(3);
        assertThat(overview.document().select("#recent .widget-failed")).isEmpty();
        assertThat(overview.document().select("#recent").text()).contains("Still there");
        assertThat(person.get("/overview").document().select(".widget-failed")).isEmpty();
    }

    @Test
    void databaseThatIsAwayIsWaitedFor() {
        databases.kill();
        try {
            await().untilAsserted(() -> assertPage(person.get("/sessions"), 503, "unavailablePage"));
            assertThat(person.get("/sessions").header("Retry-After")).isEqualTo("10");
            assertPage(person.get("/settings"), 503, "unavailablePage");
            assertPage(new PageClient(server.baseUrl()).get("/s/" + "a".repeat(43)), 503, "unavailablePage");
        } finally {
            databases.restart();
        }

        await().untilAsserted(() -> assertThat(person.get("/sessions").status()).isEqualTo(200));
    }

    private static void assertPage(Page page, int status, String id) {
        assertThat(page.status()).as(page.text()).isEqualTo(status);
        assertThat(page.document().getElementById(id)).as(page.text()).isNotNull();
        assertThat(page.document().select("link[href*=console.css]")).isNotEmpty();
    }

    private static void assertLook(Browser browser, String id) {
        await().until(() -> !browser.driver().findElements(By.id(id)).isEmpty());
        assertThat(PageAudit.findings(browser)).isEmpty();
        browser.wholeScreenshots("failure-" + id);
    }

    private static String[] with(String[] form, String name, String value) {
        return Stream.concat(Stream.of(form), Stream.of(name, value)).toArray(String[]::new);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
