package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Narrowing, ordering and searching the list of sessions. */
@SystemTest
@RequiresBrowser
class SessionFiltersBrowserIT {

    private static final String TITLES = "#sessions .t";

    private final TestServer server;
    private final Reader reader;

    SessionFiltersBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void chosenFiltersStandInTheAddressAndCanBeTakenAway() {
        syncThree();
        reader.browser().go("/sessions");

        choose("#filterForm [name=project]", "shop");
        awaitTitles("Second", "First");
        assertThat(address()).endsWith("/sessions?project=shop");

        choose("#filterForm [name=model]", "m2");
        awaitTitles("Second");
        assertThat(address()).endsWith("/sessions?project=shop&model=m2");
        assertThat(reader.texts(".pill span")).containsExactly("Project shop", "Model m2");
        reader.browser().screenshots("sessions-filtered");

        reader.find(".pill").click();
        awaitTitles("Third", "Second");
        assertThat(address()).endsWith("/sessions?model=m2");

        reader.browser().press("clear");
        awaitTitles("Third", "Second", "First");
        assertThat(address()).endsWith("/sessions");
    }

    @Test
    void marksAreShownAndFilteredBy() {
        syncThree();
        mark("a", "{\"evalReady\": true, \"evalStatus\": \"golden\", \"evalTags\": [\"bread\"]}");
        mark("b", "{\"evalStatus\": \"golden\", \"evalTags\": [\"cake\"]}");
        reader.browser().go("/sessions");

        choose("#filterForm [name=status]", "golden");
        awaitAnyTitles("First", "Second");
        choose("#filterForm [name=tag]", "bread");
        awaitTitles("First");
        assertThat(address()).endsWith("/sessions?status=golden&tag=bread");
        assertThat(reader.texts("#sessions .mark")).contains("★ Golden", "bread");
        assertThat(reader.texts(".pill span")).containsExactly("Status ★ Golden", "Tag bread");
        reader.browser().screenshots("sessions-marks");

        reader.find(".pill").click();
        reader.find("#pills .pill").click();
        awaitAnyTitles("First", "Second", "Third");
    }

    private void mark(String externalId, String marks) {
        assertThat(reader.api()
                        .send(
                                "PATCH",
                                "/api/sessions/" + externalId + "/eval-ready",
                                BodyPublishers.ofString(marks),
                                Map.of("Content-Type", "application/json"))
                        .status())
                .isEqualTo(200);
    }

    private void awaitAnyTitles(String... titles) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactlyInAnyOrder(titles));
    }

    @Test
    void sessionsAreSortedByWhatIsChosen() {
        syncThree();
        reader.browser().go("/sessions");

        choose("#filterForm [name=sort]", "totalTokens");
        awaitTitles("First", "Third", "Second");
        choose("#filterForm [name=sort]", "durationMs");
        awaitTitles("Second", "First", "Third");
        choose("#filterForm [name=order]", "asc");
        awaitTitles("Third", "First", "Second");
        assertThat(address()).endsWith("/sessions?sort=durationMs&order=asc");
    }

    @Test
    void nothingFoundSaysSoAndLeadsBack() {
        syncThree();
        reader.browser().go("/sessions?project=bakery&model=m1");

        reader.browser().awaitText("No sessions found");
        reader.find("#noSessions a").click();

        awaitTitles("Third", "Second", "First");
    }

    @Test
    void sourceAndDaysHoldFromPageToPage() {
        syncThree();
        reader.browser().go("/sessions");

        choose("#scopeSource", "claude-code");
        awaitTitles("Third");
        choose("#scopeDays", "30");
        reader.browser().awaitText("No sessions found");
        reader.find(".rail a[href*='/settings']").click();
        reader.browser().awaitPath("/settings");
        reader.find(".rail a[href*='/sessions']").click();
        reader.browser().awaitPath("/sessions");

        reader.browser().awaitText("No sessions found");
        assertThat(address()).endsWith("/sessions?source=claude-code&days=30");
        choose("#scopeDays", "");
        awaitTitles("Third");
    }

    @Test
    void customDaysIncludeBothEnds() {
        syncThree();
        reader.browser().go("/sessions");

        choose("#scopeDays", "custom");
        reader.run("document.getElementById('rangeFrom').value = '2024-01-30';"
                + "document.getElementById('rangeTo').value = '2024-01-31'");
        reader.browser().press("rangeApply");

        awaitTitles("Second", "First");
        assertThat(address()).endsWith("/sessions?from=2024-01-30&to=2024-01-31");
    }

    @Test
    void moreOfAFilteredListIsFiltered() {
        sync(IntStream.rangeClosed(1, 130)
                .mapToObj(n -> "{\"externalId\": \"" + n + "\", \"title\": \"Number " + n + "\", \"model\": \"m" + n % 2
                        + "\", \"cost\": " + n + "}")
                .collect(Collectors.joining(",")));
        reader.browser().go("/sessions?model=m1&sort=cost&order=asc");
        assertThat(reader.texts(TITLES)).hasSize(50);

        reader.browser().press("more");

        awaitTitles(
                IntStream.range(0, 65).mapToObj(n -> "Number " + (2 * n + 1)).toArray(String[]::new));
    }

    @Test
    void onlyWhatMeetsTheFiltersComesIntoAnOpenPage() {
        syncThree();
        reader.browser().go("/sessions?model=m2");
        await().until(() -> reader.texts("#live").equals(List.of("Live")));

        sync("{\"externalId\": \"d\", \"title\": \"Of another model\", \"model\": \"m1\"}");
        sync("{\"externalId\": \"e\", \"title\": \"Of this model\", \"model\": \"m2\"}");

        awaitTitles("Of this model", "Third", "Second");
    }

    @Test
    void searchFromAnyPageShowsWhereItWasFound() {
        syncThree();
        reader.sync(
                "/sync/message",
                "{\"sessionExternalId\": \"b\", \"externalId\": \"m\", \"role\": \"user\","
                        + " \"textContent\": \"Why does the zymurgy <b>test</b> fail?\"}");
        await().until(() -> {
            reader.browser().go("/sessions?q=zymurgy&type=fulltext");
            return reader.exists("#sessions mark");
        });
        reader.browser().go("/settings");

        type("/");
        await().until(() -> "search".equals(reader.run("return document.activeElement.id")));
        type("zymurgy", Keys.ENTER);
        reader.browser().awaitPath("/sessions");

        // By its meaning anything may be found besides.
        await().untilAsserted(() -> assertThat(reader.texts(TITLES)).contains("Second"));
        choose("#filterForm [name=type]", "fulltext");
        awaitTitles("Second");
        assertThat(reader.texts("#sessions mark")).containsExactly("zymurgy");
        assertThat(reader.texts("#sessions .snip")).containsExactly("Why does the zymurgy <b>test</b> fail?");
        reader.browser().screenshots("sessions-search");

        choose("#filterForm [name=project]", "bakery");
        reader.browser().awaitText("No sessions found");
        assertThat(address()).endsWith("/sessions?q=zymurgy&type=fulltext&project=bakery");
    }

    @Test
    void escapeLeavesTheSearch() {
        reader.browser().go("/settings");
        reader.browser().press("themeSwitch");

        type(Keys.chord(Keys.CONTROL, "k"));
        await().until(() -> "search".equals(reader.run("return document.activeElement.id")));
        type("half", Keys.ESCAPE);

        assertThat(reader.run("return document.activeElement.id")).isEqualTo("themeSwitch");
        assertThat(reader.find("#search").getAttribute("value")).isEmpty();
    }

    @Test
    void filtersOfferOnlyOnesOwn() {
        syncThree();
        try (Reader stranger = Reader.signUp(server)) {
            stranger.sync("/sync/session", "{\"externalId\": \"mine\", \"title\": \"Mine\", \"model\": \"mine\"}");
            stranger.browser().go("/sessions?project=shop");

            assertThat(stranger.texts(TITLES)).isEmpty();
            assertThat(stranger.texts("#filterForm [name=model] option")).containsExactly("Any", "mine");
            assertThat(stranger.texts("#scopeSource option")).containsExactly("All", "OpenCode");
        }
    }

    private void syncThree() {
        sync("""
                {"externalId": "a", "title": "First", "source": "pi", "projectName": "shop", "model": "m1",
                 "promptTokens": 30, "durationMs": 2000, "createdAt": "2024-01-30T12:00:00Z"},
                {"externalId": "b", "title": "Second", "source": "pi", "projectName": "shop", "model": "m2",
                 "promptTokens": 10, "durationMs": 3000, "createdAt": "2024-01-31T23:59:59Z"},
                {"externalId": "c", "title": "Third", "source": "claude-code", "projectName": "bakery", "model": "m2",
                 "promptTokens": 20, "createdAt": "2024-02-01T00:00:00Z"}
                """);
    }

    private void sync(String sessions) {
        reader.sync("/sync/batch", "{\"sessions\": [" + sessions + "], \"messages\": []}");
    }

    private void choose(String css, String value) {
        reader.browser()
                .driver()
                .findElement(By.cssSelector(css + " option[value='" + value + "']"))
                .click();
    }

    /** Where the focus is. */
    private void type(CharSequence... keys) {
        reader.browser().driver().switchTo().activeElement().sendKeys(keys);
    }

    private void awaitTitles(String... titles) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly(titles));
    }

    private String address() {
        return reader.browser().driver().getCurrentUrl();
    }
}
