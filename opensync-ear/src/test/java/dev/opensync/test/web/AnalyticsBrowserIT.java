package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sessions come to for one of something, and the tables of models, providers, projects and tools. */
@SystemTest
@RequiresBrowser
class AnalyticsBrowserIT {

    private static final String NAMES = "#breakdownTable td.name";

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;

    AnalyticsBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @BeforeEach
    void sync() {
        UsageSessions.sync(reader);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void figuresAreThoseOfTheLast30Days() {
        browser.go("/overview");
        reader.find("nav a[href*='/analytics']").click();
        browser.awaitPath("/analytics");

        assertThat(reader.texts("#cards strong")).containsExactly("1.6M", "600.0K", "2.2M", "3", "1h 1m", "733,333");
        assertThat(reader.texts("#cards .detail"))
                .containsExactly(
                        "533.3K per session",
                        "200.0K per session",
                        "Ratio 2.67:1",
                        "1.0 per session",
                        "20m 30s per session",
                        "$0.0107 per 1K tokens");
        assertThat(reader.texts("#efficiency dd")).containsExactly("$7.8333", "$0.0107", "2.67:1", "733,333");
        assertThat(reader.texts("#models .name")).containsExactly("claude-sonnet-4", "openai/gpt-5");
        assertThat(reader.texts("#providers .name")).containsExactly("anthropic", "openai");
        assertThat(browser.complaints()).isEmpty();
        browser.screenshots("analytics");
        reader.run("scrollTo(0, document.body.scrollHeight)");
        browser.screenshots("analytics-end");
    }

    @Test
    void hoursOfTheWeekCountTheSessionsThatBegan() {
        browser.go("/analytics");
        reader.unfold();

        assertThat(numbers("#week tbody td")).hasSize(7 * 24);
        assertThat(numbers("#week tbody td").stream().mapToLong(Long::longValue).sum())
                .isEqualTo(3);
        // The first column is the name of the day.
        assertThat(numbers("#week tbody td:nth-child(14)").stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void deletedSessionCountsInNoHour() {
        String id = Synced.newId();
        reader.sync("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"Gone soon\"}");
        reader.delete(id);
        browser.go("/analytics");
        reader.unfold();

        assertThat(numbers("#week tbody td").stream().mapToLong(Long::longValue).sum())
                .isEqualTo(3);
    }

    @Test
    void tableIsSearchedNarrowedAndSorted() {
        browser.go("/analytics");
        assertThat(reader.texts(NAMES)).containsExactly("shop", "blog");
        assertThat(reader.texts("#breakdownTable tbody tr:first-child td"))
                .containsExactly("shop", "2", "2", "1.7M", "1.3M", "400.0K", "1h 0m", "$13.5000", lastDay());

        reader.find("#breakdownTable th:nth-child(2) a").click();
        await().until(() -> sorted(2).equals("descending"));
        reader.find("#breakdownTable th:nth-child(2) a").click();
        await().until(() -> sorted(2).equals("ascending"));
        assertThat(reader.texts(NAMES)).containsExactly("blog", "shop");

        reader.find("#findEntry").sendKeys("BLO");
        browser.press("narrowTable");
        await().until(() -> reader.texts(NAMES).equals(List.of("blog")));
        assertThat(reader.texts("#breakdown .card-head span")).containsExactly("1 of 2");
        assertThat(sorted(2)).isEqualTo("ascending");
        browser.press("clearTable");
        await().until(() -> reader.texts(NAMES).size() == 2);

        browser.go("/analytics?minSessions=2&minTokens=50000&days=60");
        assertThat(reader.texts(NAMES)).containsExactly("shop");
        browser.go("/analytics?find=nothing+like+it");
        assertThat(reader.texts("#noEntries")).containsExactly("Nothing matches");
    }

    @Test
    void tableShowsModelsProvidersAndToolsToo() {
        browser.go("/analytics");

        reader.find("#by a:nth-child(2)").click();
        await().until(() -> reader.texts(NAMES).contains("claude-sonnet-4"));
        reader.find("#by a:nth-child(3)").click();
        await().until(() -> reader.texts(NAMES).contains("anthropic"));
        reader.find("#by a:nth-child(4)").click();
        await().untilAsserted(() -> assertThat(reader.texts(NAMES))
                .satisfiesExactly(
                        name -> assertThat(name).endsWith("Claude Code"),
                        name -> assertThat(name).endsWith("Cursor")));
    }

    @Test
    void newSessionsAreCountedWhileThePageIsOpen() {
        browser.go("/analytics");
        browser.awaitText("Live");
        reader.run("window.notReloaded = true");
        reader.find("#findEntry").sendKeys("sh");

        reader.sync(
                "/sync/session",
                "{\"externalId\": \"" + Synced.newId()
                        + "\", \"promptTokens\": 400000, \"model\": \"claude-sonnet-4\", \"provider\": \"anthropic-oauth\"}");

        await().until(() -> reader.texts("#cards strong").get(0).equals("2.0M"));
        assertThat(reader.run("return window.notReloaded")).isEqualTo(true);
        assertThat(reader.find("#findEntry").getDomProperty("value")).isEqualTo("sh");
    }

    @Test
    void providersTellUnderWhichNamesTheyWereSent() {
        reader.sync(
                "/sync/session",
                "{\"externalId\": \"" + Synced.newId()
                        + "\", \"promptTokens\": 9, \"model\": \"claude-sonnet-4\", \"provider\": \"anthropic-oauth\"}");
        browser.go("/analytics?by=provider");

        assertThat(reader.texts("#providers .name")).containsExactly("anthropic", "openai");
        assertThat(reader.find("#providers .name").getDomAttribute("title")).isEqualTo("Sent as anthropic-oauth");
        assertThat(reader.find("#breakdownTable tbody td.name[title]").getDomAttribute("title"))
                .isEqualTo("Sent as anthropic-oauth");
    }

    @Test
    void whoHasNoSessionsSeesZeros() {
        try (Reader other = Reader.signUp(server)) {
            other.browser().go("/analytics");

            assertThat(other.texts("#cards strong")).containsExactly("0", "0", "0", "0", "0s", "0");
            assertThat(other.texts("#models p")).containsExactly("No models in these days");
            assertThat(other.texts("#noEntries")).containsExactly("Nothing in these days");
        }
    }

    private List<Long> numbers(String css) {
        return reader.texts(css).stream().map(Long::valueOf).toList();
    }

    private String sorted(int column) {
        return String.valueOf(
                reader.find("#breakdownTable th:nth-child(" + column + ")").getAttribute("aria-sort"));
    }

    private static String lastDay() {
        return DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH).format(UsageSessions.daysAgo(2));
    }
}
