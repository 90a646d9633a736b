package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import dev.opensync.test.plugin.Recording;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page with what six clients and two months of work have left: as a picture, and open to everybody. */
@SystemTest
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageBrowserIT {

    private static final List<String> CLIENTS =
            List.of("opencode-all", "droid", "pi", "codex", "cursor", "claude-code-old");
    private static final List<String> PROJECTS = List.of("payments-api", "web-console", "search-indexer", "mobile-app");
    private static final List<String> MODELS = List.of("claude-opus-4-5", "claude-sonnet-4-5", "gpt-5-codex");
    private static final List<String> SOURCES = List.of("claude-code", "claude-code", "opencode", "codex-cli");
    private static final List<String> TITLES = List.of(
            "Add keyset pagination to the sessions query",
            "Why does the index lock survive a redeploy?",
            "Write the migration for shared links",
            "Make the CSV export safe for spreadsheets",
            "Profile the slow start of the worker");
    private static final int SESSIONS = 80;

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;
    private String id = "";
    private String link = "";

    EveryPageBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @BeforeAll
    void sync() {
        CLIENTS.forEach(client -> Recording.of(client).replay(reader.api()));
        reader.sync(
                "/sync/batch",
                IntStream.range(0, SESSIONS)
                        .mapToObj(EveryPageBrowserIT::session)
                        .collect(Collectors.joining(",", "{\"sessions\": [", "]}")));
        MarkedSessions.markThree(reader);
        String externalId = Synced.newId();
        reader.sync("/sync/batch", """
            {"sessions": [{"externalId": "ID", "title": "Fix the flaky websocket reconnect test", "source": "claude-code",
              "projectName": "payments-api", "model": "claude-opus-4-5", "promptTokens": 1900000, "completionTokens": 31000,
              "cost": 1.42, "durationMs": 1440000}],
             "messages": [
             {"sessionExternalId": "ID", "externalId": "1", "role": "user",
              "textContent": "The reconnect test fails about one run in ten. Find out why before changing anything."},
             {"sessionExternalId": "ID", "externalId": "2", "role": "assistant", "completionTokens": 1204, "parts": [
              {"type": "text", "content": "The client schedules its retry with `setTimeout` before the old socket's `close` handler has run, so two sockets race."},
              {"type": "tool-call", "content": {"toolCallId": "a", "toolName": "Bash", "args": {"command": "npm test -- reconnect"}}},
              {"type": "tool-result", "content": {"toolCallId": "a", "output": "passed 200 of 200"}},
              {"type": "tool-call", "content": {"toolCallId": "b", "toolName": "Edit", "args": {"file_path": "src/socket.ts",
                "old_string": "setTimeout(connect, backoff);", "new_string": "socket.onclose = () => setTimeout(connect, backoff);"}}}]},
             {"sessionExternalId": "ID", "externalId": "3", "role": "assistant",
              "textContent": "Ran it 200 times: no failure. The old timer was the only path that could open a second socket.\\n\\n```ts\\nconst retry = (after: number) => after * 2;\\n```"}]}
            """.replace("ID", externalId));
        id = Synced.read(reader.api(), externalId).session().get("id").asText();
        browser.go("/share?id=" + id);
        browser.press("shareForm:share");
        browser.awaitText("This session is public");
        link = URI.create(reader.texts("#shareLink").get(0)).getPath();
    }

    @AfterAll
    void close() {
        reader.close();
    }

    private static String session(int number) {
        long daysAgo = (number * 37L) % 60;
        Instant began = Instant.now().minus(daysAgo, ChronoUnit.DAYS).minus((number * 53L) % 600, ChronoUnit.MINUTES);
        return """
            {"externalId": "every-page-%d", "title": "%s", "source": "%s", "projectName": "%s", "model": "%s",
             "promptTokens": %d, "completionTokens": %d, "cost": %s, "durationMs": %d, "createdAt": "%s"}\
            """.formatted(
                        number,
                        TITLES.get(number % TITLES.size()),
                        SOURCES.get(number % SOURCES.size()),
                        PROJECTS.get((number / 3) % PROJECTS.size()),
                        MODELS.get((number / 2) % MODELS.size()),
                        (number * 7919L) % 400_000 + 20_000,
                        (number * 104_729L) % 30_000 + 500,
                        (number * 31 % 300) / 100.0,
                        (number * 1_299_709L) % 3_600_000 + 20_000,
                        began);
    }

    @Test
    void pagesOfAPerson() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/overview");
        pages.put("sessions", "/sessions");
        pages.put("timeline", "/sessions?view=timeline");
        pages.put("session", "/session?id=" + id);
        pages.put("analytics", "/analytics");
        pages.put("share", "/share?id=" + id);
        pages.put("shared", link);
        pages.put("evals", "/evals");
        pages.put("datasets", "/datasets");
        pages.put("context", "/context?q=socket");
        pages.put("notifications", "/notifications");
        pages.put("docs", "/docs");
        pages.put("wrapped", "/wrapped");
        pages.put("settings", "/settings");
        pages.put("missing", "/nothing-here");
        pages.forEach(this::look);
        browser.go("/api-reference");
        browser.awaitText("/sync/session");
        browser.wholeScreenshots("every-api-reference");
    }

    @Test
    void pagesOfAnAdministrator() {
        try (Browser admin = Browser.open(server.baseUrl())) {
            admin.go("/admin/accounts");
            admin.type("loginForm:email", TestServer.ADMIN_EMAIL);
            admin.type("loginForm:password", TestServer.ADMIN_PASSWORD);
            admin.press("loginForm:signIn");
            admin.awaitPath("/admin/accounts");
            for (String page : List.of("accounts", "search-index")) {
                admin.go("/admin/" + page);
                admin.awaitText("OpenSync");
                assertThat(PageAudit.findings(admin)).as(page).isEmpty();
                admin.wholeScreenshots("every-admin-" + page);
            }
        }
    }

    private void look(String name, String address) {
        browser.go(address);
        browser.awaitText("OpenSync");
        await().until(() -> reader.run("return document.readyState").equals("complete"));
        assertThat(PageAudit.findings(browser)).as(name).isEmpty();
        browser.wholeScreenshots("every-" + name);
        browser.resize(Browser.NARROW);
        assertThat(PageAudit.findings(browser)).as(name + " on a phone").isEmpty();
        browser.resize(Browser.WIDE);
    }
}
