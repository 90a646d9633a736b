package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import dev.opensync.test.api.Synced;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two servers on one database: a page that one of them serves keeps up with what the other one takes in. */
@SystemTest
@RequiresBrowser
class SeveralServersBrowserIT {

    private final TestServers servers;

    SeveralServersBrowserIT(TestServers servers) {
        this.servers = servers;
    }

    @Test
    void openPageShowsWhatAnotherServerTookIn() {
        OpenSyncServer taking = servers.fresh("two_servers", Map.of("OPENSYNC_ACCOUNT_SIGN_UP", "open"));
        OpenSyncServer showing = servers.beside("two_servers_b", taking, Map.of());
        try (Browser browser = Browser.open(taking.baseUrl())) {
            browser.go("/set-up");
            browser.type("setUpForm:name", "Ada");
            browser.type("setUpForm:email", "ada@example.org");
            browser.type("setUpForm:password", "correct horse battery staple");
            browser.press("setUpForm:create");
            browser.awaitPath("/overview");
            Reader writer = new Reader(browser, taking.client().withToken(Reader.makeKey(browser, "Tests")));
            try (Browser other = Browser.open(showing.baseUrl())) {
                other.go("/login");
                other.type("loginForm:email", "ada@example.org");
                other.type("loginForm:password", "correct horse battery staple");
                other.press("loginForm:signIn");
                other.awaitPath("/overview");
                other.go("/sessions");
                other.awaitText("Live");
                watch(new Reader(other, writer.api()));
            }
        }
    }

    private static void watch(Reader reader) {
        String id = Synced.newId();
        reader.run("window.notReloaded = true");
        reader.sync("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"Taken in next door\"}");
        reader.browser().awaitText("Taken in next door");
        assertThat(reader.run("return window.notReloaded")).isEqualTo(true);

        reader.open(id);
        reader.browser().awaitText("Live");
        reader.run("window.notReloaded = true");
        reader.sync(
                "/sync/message",
                "{\"sessionExternalId\": \"" + id
                        + "\", \"externalId\": \"m1\", \"role\": \"user\", \"textContent\": \"Said next door\"}");
        reader.browser().awaitText("Said next door");
        assertThat(reader.run("return window.notReloaded")).isEqualTo(true);
    }
}
