package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The first page of the console: figures, charts and lists of what was synced. */
@SystemTest
@RequiresBrowser
class OverviewBrowserIT {

    private static final String BARS = "#usage .numbers tbody tr";

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;

    OverviewBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void whoHasNoSessionsIsShownTheWayToTheFirst() {
        try (Reader other = Reader.signUp(server)) {
            UsageSessions.sync(other);
        }
        browser.go("/");
        browser.press("toOverview");
        browser.awaitPath("/overview");

        assertThat(reader.texts("#noSessions h2")).containsExactly("No sessions yet");
        assertThat(reader.exists("#tiles")).isFalse();
        reader.find("#noSessions a").click();
        browser.awaitPath("/settings");

        browser.go("/overview");
        browser.press("closeConnect");
        assertThat(reader.find("#connect").isDisplayed()).isFalse();
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Make an API key");
        browser.go("/overview");
        assertThat(reader.find("#connect").isDisplayed()).isFalse();
    }

    @Test
    void figuresAreThoseOfTheLast30Days() {
        UsageSessions.sync(reader);
        browser.go("/overview");

        assertThat(reader.texts("#tiles strong")).containsExactly("3", "2.2M", "$23.50", "1h 1m", "2", "2");
        assertThat(reader.texts("#tiles em").subList(0, 3))
                .containsExactly("200% more than before", "340% more than before", "1075% more than before");
        assertThat(reader.texts("#usage .legend li")).containsExactly("claude-sonnet-4", "openai/gpt-5");
        assertThat(reader.texts("#budget b")).containsExactly("$20.00 / $20.00", "$3.50");
        assertThat(reader.texts("#sources .name")).containsExactly("Claude Code", "Cursor");
        assertThat(reader.texts("#sources .num")).containsExactly("2", "67%", "1", "33%");
        assertThat(reader.texts("#recent .name")).containsExactly("Long ago", "Pay later", "Write less", "Sell more");
        assertThat(reader.texts("#projects .name")).containsExactly("shop", "blog");
        assertThat(reader.texts("#distribution .num")).containsExactly("2.0M", "91%", "200.0K", "9%");
        assertThat(reader.texts("#consumptionTable tbody td"))
                .containsExactly(
                        "claude-sonnet-4",
                        "1.5M",
                        "500.0K",
                        "2.0M",
                        "$22.5000",
                        "openai/gpt-5",
                        "100.0K",
                        "100.0K",
                        "200.0K",
                        "$1.0000");
        assertThat(reader.texts("#consumptionTable tfoot td")).containsExactly("1.6M", "600.0K", "2.2M", "$23.5000");
        assertThat(browser.complaints()).isEmpty();
        browser.screenshots("overview");
        reader.run("scrollTo(0, document.body.scrollHeight)");
        browser.screenshots("overview-end");
    }

    @Test
    void daysWithoutSessionsAreDrawn() {
        UsageSessions.sync(reader);
        browser.go("/overview");
        reader.unfold();

        assertThat(reader.texts(BARS)).hasSize(30);
        assertThat(count("#usage svg .hit")).isEqualTo(30L);
        assertThat(count("#activity svg rect")).isBetween(176L, 182L);
        assertThat(reader.texts(BARS + " td")).contains("2.0M", "200.0K", "0");

        browser.go("/overview?days=90");
        assertThat(count("#usage svg .hit")).isEqualTo(90L);
        assertThat(reader.texts("#tiles strong")).startsWith("4", "2.7M");
    }

    @Test
    void projectAndModelNarrowTogether() {
        UsageSessions.sync(reader);
        browser.go("/overview");

        choose("projectMenu", "shop");
        await().until(() -> sessions().equals("2"));
        assertThat(reader.texts("#recent .name")).containsExactly("Long ago", "Pay later", "Sell more");
        choose("modelMenu", "claude-sonnet-4");

        await().until(() -> sessions().equals("1"));
        assertThat(browser.driver().getCurrentUrl()).contains("project=shop", "model=claude-sonnet-4");
        assertThat(reader.texts("#tiles strong")).startsWith("1", "1.5M", "$12.50");
        assertThat(reader.texts("#budget b")).containsExactly("$12.50 / $20.00", "$0.00");
        assertThat(reader.texts("#usage .legend li")).containsExactly("shop");
        assertThat(reader.texts("#consumptionTable tbody td")).startsWith("shop", "1.2M");

        choose("projectMenu", "Any");
        await().until(() -> sessions().equals("2"));
        assertThat(reader.texts("#usage .legend li")).containsExactly("shop", "blog");
    }

    @Test
    void toolIsChosenAndTakenAway() {
        UsageSessions.sync(reader);
        browser.go("/overview");

        reader.find("#sources li:nth-child(2) a").click();
        await().until(() -> sessions().equals("1"));
        assertThat(reader.texts("#recent .name")).containsExactly("Long ago", "Pay later");
        assertThat(reader.find("#scopeSource").getDomProperty("value")).isEqualTo("cursor-sync");
        reader.find("#scopeSource option[value='']").click();

        await().until(() -> sessions().equals("3"));
    }

    @Test
    void chartShowsCostByWeekAddedUp() {
        UsageSessions.sync(reader);
        browser.go("/overview?days=14");

        reader.find("#measure a:nth-child(2)").click();
        await().until(() -> reader.texts("#usage .scale").get(0).contains("$"));
        reader.find("#period a:nth-child(2)").click();
        await().until(() -> address().contains("period=weekly"));
        reader.find("#cumulative a").click();
        await().until(() -> address().contains("cumulative=yes"));

        reader.unfold();
        List<String> cells = reader.texts(BARS + ":last-child td");
        assertThat(cells).containsExactly("$22.50", "$1.00");
        assertThat(reader.texts(BARS)).hasSizeBetween(2, 3);
        assertThat(address()).contains("days=14", "measure=cost");

        browser.go("/overview?period=monthly");
        assertThat(count("#usage svg .hit")).isBetween(1L, 3L);
    }

    @Test
    void anyDaysCanBeChosen() {
        UsageSessions.sync(reader);
        browser.go("/overview?measure=cost");

        assertThat(reader.find("#scopeDays").getDomProperty("value")).isEqualTo("30");
        reader.find("#scopeDays option[value=custom]").click();
        reader.run(
                "document.getElementById('rangeFrom').value = arguments[0]",
                UsageSessions.daysAgo(45).toString());
        reader.run(
                "document.getElementById('rangeTo').value = arguments[0]",
                UsageSessions.daysAgo(36).toString());
        browser.press("rangeApply");

        await().until(() -> address().contains("to=" + UsageSessions.daysAgo(36)));
        assertThat(address()).contains("from=" + UsageSessions.daysAgo(45), "measure=cost");
        assertThat(reader.texts("#tiles strong")).startsWith("1", "500.0K", "$2.00");
        assertThat(count("#usage svg .hit")).isEqualTo(10L);
        assertThat(reader.texts("#tiles em")).startsWith("Nothing before");
    }

    @Test
    void toolAndDaysOfTheHeaderHoldOnTheNextPages() {
        UsageSessions.sync(reader);
        browser.go("/overview");
        reader.find("#scopeDays option[value='90']").click();
        await().until(() -> sessions().equals("4"));
        reader.find("#scopeSource option[value=cursor-sync]").click();
        await().until(() -> address().contains("source=cursor-sync"));
        String narrowed = sessions();

        reader.find("nav a[href*='/analytics']").click();
        browser.awaitPath("/analytics");
        assertThat(reader.find("#scopeSource").getDomProperty("value")).isEqualTo("cursor-sync");
        assertThat(reader.find("#scopeDays").getDomProperty("value")).isEqualTo("90");
        reader.find("#scopeDays option[value='7']").click();
        await().until(() -> address().contains("days=7"));
        reader.find("#scopeDays option[value='90']").click();
        await().until(() -> address().contains("days=90"));

        reader.find("nav a[href*='/sessions']").click();
        browser.awaitPath("/sessions");
        assertThat(reader.texts("#sessions li")).hasSize(Integer.parseInt(narrowed));
    }

    @Test
    void figuresGrowWhileSessionsArrive() {
        browser.go("/overview");
        assertThat(reader.exists("#noSessions")).isTrue();
        await().until(() -> reader.texts("#live").equals(List.of("Live")));
        reader.run("window.notReloaded = true");

        UsageSessions.sync(reader);
        await().until(() -> sessions().equals("3"));
        assertThat(reader.exists("#noSessions")).isFalse();
        reader.run("document.querySelector('#usage .numbers').open = true");
        reader.run("document.querySelector('#measure a').focus()");

        reader.sync("/sync/session", """
            {"externalId": "ID", "title": "Just now", "source": "opencode", "model": "claude-opus-4",
             "promptTokens": 5000000, "completionTokens": 0, "cost": 1}\
            """.replace("ID", Synced.newId()));
        await().until(() -> sessions().equals("4"));
        assertThat(reader.texts("#tiles strong").get(1)).isEqualTo("7.2M");
        assertThat(reader.texts("#recent .name").get(0)).isEqualTo("Just now");
        assertThat(reader.texts("#usage .legend li")).contains("claude-opus-4");
        assertThat(reader.run("return document.querySelector('#usage .numbers').open"))
                .isEqualTo(true);
        assertThat(reader.run("return document.activeElement.closest('#measure') !== null"))
                .isEqualTo(true);
        assertThat(reader.run("return window.notReloaded")).isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void mistypedAddressesShowSomethingAnyway() {
        UsageSessions.sync(reader);

        for (String mistyped : List.of("days=never", "from=2026-99-99", "measure=love&period=hourly", "days=31&to=")) {
            browser.go("/overview?" + mistyped);
            assertThat(sessions()).as(mistyped).isEqualTo("3");
        }
        browser.go("/overview?from=" + UsageSessions.daysAgo(3) + "&to=" + UsageSessions.daysAgo(60));
        assertThat(sessions()).as("days in the wrong order").isEqualTo("2");
        browser.go("/overview?from=0001-01-01");
        assertThat(sessions()).as("ten years at most").isEqualTo("4");
    }

    private void choose(String menu, String name) {
        browser.driver().findElement(By.cssSelector("#" + menu + " summary")).click();
        browser.driver()
                .findElement(By.xpath("//*[@id='" + menu + "']//a[normalize-space()='" + name + "']"))
                .click();
    }

    private long count(String css) {
        return ((Number) reader.run("return document.querySelectorAll(arguments[0]).length", css)).longValue();
    }

    private String sessions() {
        List<String> figures = reader.texts("#tiles strong");
        return figures.isEmpty() ? "" : figures.get(0);
    }

    private String address() {
        return String.valueOf(browser.driver().getCurrentUrl());
    }
}
