package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.Browser;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import dev.opensync.test.api.Synced;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The way of the first person who opens a new server, from the set-up page to a live session and out again. */
@SystemTest
@RequiresBrowser
class FirstRunBrowserIT {

    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "correct horse battery staple";

    private final TestServers servers;

    FirstRunBrowserIT(TestServers servers) {
        this.servers = servers;
    }

    @Test
    void fromAnEmptyServerToALiveSession() {
        OpenSyncServer server = servers.fresh("first_run", Map.of());
        try (Browser browser = Browser.open(server.baseUrl())) {
            setUp(browser);
            signIn(browser);
            ApiClient api = server.client().withToken(makeKey(browser));

            String id = sync(api);
            seeIt(browser, api, id);
            browser.go("/nothing-here");
            browser.screenshots("not-found");
            signOut(browser);
            assertThat(browser.complaints())
                    .filteredOn(line -> !line.contains("404"))
                    .isEmpty();
        }
    }

    private static void setUp(Browser browser) {
        browser.go("/");
        browser.awaitPath("/set-up");
        browser.screenshots("set-up");
        browser.type("setUpForm:name", "Ada");
        browser.type("setUpForm:email", EMAIL);
        browser.type("setUpForm:password", PASSWORD);
        browser.press("setUpForm:create");
        browser.awaitPath("/overview");
        browser.screenshots("overview-empty");
        browser.go("/sessions");
        browser.screenshots("sessions-empty");
        signOut(browser);
    }

    private static void signIn(Browser browser) {
        browser.go("/settings");
        browser.awaitPath("/login");
        browser.screenshots("login");
        browser.type("loginForm:email", EMAIL);
        browser.type("loginForm:password", PASSWORD);
        browser.press("loginForm:signIn");
        browser.awaitPath("/settings");
    }

    private static String makeKey(Browser browser) {
        browser.screenshots("settings");
        browser.type("keyForm:name", "Laptop");
        browser.press("keyForm:createKey");
        String secret =
                browser.driver().findElement(By.id("newKeySecret")).getText().strip();
        assertThat(secret).startsWith("osk_");
        browser.screenshots("settings-new-key");
        browser.go("/settings");
        assertThat(browser.driver().getPageSource()).contains("Laptop").doesNotContain(secret);
        return secret;
    }

    private static String sync(ApiClient api) {
        String id = Synced.newId();
        api.post("/sync/session", """
                {"externalId": "ID", "title": "Rename the parser", "source": "claude-code", "projectPath": "/work/parser",
                 "model": "claude-sonnet-4", "promptTokens": 4700, "completionTokens": 200, "cost": 0.0092}""".replace("ID", id));
        api.post("/sync/batch", """
                {"messages": [
                   {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "Rename the parser"},
                   {"sessionExternalId": "ID", "externalId": "m2", "role": "assistant", "parts": [
                      {"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "ls src"}}},
                      {"type": "tool-result", "content": "parser.c"}]},
                   {"sessionExternalId": "ID", "externalId": "m3", "role": "assistant",
                    "textContent": "Renamed **everything**:\\n\\n```java\\nclass Reader {}\\n```"}]}""".replace("ID", id));
        return id;
    }

    private static void seeIt(Browser browser, ApiClient api, String id) {
        browser.go("/sessions");
        browser.awaitText("Rename the parser");
        browser.screenshots("sessions");

        browser.driver().findElement(By.cssSelector("#sessions a.item")).click();
        browser.awaitPath("/session");
        browser.awaitText("Renamed everything");
        browser.awaitText("Bash");
        browser.screenshots("session");
        browser.driver().executeScript("window.notReloaded = true");
        api.post(
                "/sync/message",
                "{\"sessionExternalId\": \"" + id
                        + "\", \"externalId\": \"m4\", \"role\": \"user\", \"textContent\": \"One more thing\"}");
        browser.awaitText("One more thing");
        assertThat(browser.driver().executeScript("return window.notReloaded")).isEqualTo(true);

        browser.go("/sessions");
        api.post("/sync/session", "{\"externalId\": \"" + Synced.newId() + "\", \"title\": \"Arrived just now\"}");
        browser.awaitText("Arrived just now");
    }

    private static void signOut(Browser browser) {
        browser.go("/sessions");
        browser.driver().findElement(By.cssSelector("#accountMenu summary")).click();
        browser.press("signOutForm:signOut");
        browser.awaitPath("/login");
        browser.go("/sessions");
        browser.awaitPath("/login");
    }
}
