package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A session beside the list in which it was chosen. */
@SystemTest
@RequiresBrowser
class BesideBrowserIT {

    private static final String TITLES = "#sessions .t";
    private static final String CURRENT = "#sessions [aria-current=true] .t";

    private final Reader reader;
    private final Browser browser;

    BesideBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void chosenSessionOpensBesideTheListUnderItsOwnAddress() {
        sync("First", "shop");
        sync("Second", "shop");
        sync("Elsewhere", "blog");
        browser.go("/sessions?project=shop");
        reader.find("#sessions li:last-child .item").click();
        awaitTitle("First");
        browser.awaitPath("/session");

        awaitTitles("Second", "First");
        assertThat(reader.texts(CURRENT)).containsExactly("First");
        assertThat(reader.texts(".msg .md")).containsExactly("Said in First");
        String first = browser.driver().getCurrentUrl();
        reader.run("window.notReloaded = true");

        reader.find("#sessions li:first-child .item").click();
        awaitTitle("Second");
        assertThat(reader.texts(CURRENT)).containsExactly("Second");
        assertThat(reader.texts(".msg .md")).containsExactly("Said in Second");
        assertThat(browser.driver().getTitle()).startsWith("Second");
        assertThat(browser.driver().getCurrentUrl()).isNotEqualTo(first).contains("project=shop");

        browser.driver().navigate().back();
        awaitTitle("First");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(first);
        assertThat(reader.texts(CURRENT)).containsExactly("First");
        browser.driver().navigate().forward();
        awaitTitle("Second");
        assertThat(reader.run("return window.notReloaded")).isEqualTo(true);

        browser.driver().navigate().refresh();
        awaitTitle("Second");
        awaitTitles("Second", "First");
        reader.find("#backToList").click();
        browser.awaitPath("/sessions");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/sessions?project=shop");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsDoneConcernsTheSessionInView() {
        sync("Left alone", "shop");
        sync("To be renamed", "shop");
        browser.go("/sessions");
        reader.find("#sessions li:last-child .item").click();
        awaitTitle("Left alone");
        awaitTitles("To be renamed", "Left alone");
        reader.find("#sessions li:first-child .item").click();
        awaitTitle("To be renamed");

        reader.find("#moreMenu summary").click();
        browser.press("rename");
        browser.type("newTitle", "Renamed");
        browser.press("renameForm:save");
        awaitTitle("Renamed");
        await().untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly("Renamed", "Left alone"));

        reader.find("#find").sendKeys("said", Keys.ENTER);
        await().untilAsserted(() -> assertThat(reader.texts("#findCount")).containsExactly("1 of 1"));

        reader.find("#moreMenu summary").click();
        browser.press("delete");
        browser.press("deleteForm:confirm");
        browser.awaitPath("/sessions");
        await().untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly("Left alone"));
    }

    @Test
    void listAndSessionGrowWhileBothAreOpen() {
        sync("Quiet", "shop");
        String growing = sync("Growing", "shop");
        reader.open(growing);
        await().until(() -> reader.texts("#live").equals(List.of("Live")));
        sync("New", "shop");
        await().untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly("New", "Growing", "Quiet"));
        assertThat(reader.texts(CURRENT)).containsExactly("Growing");

        message(growing, "m2", "Said later");
        await().untilAsserted(
                        () -> assertThat(reader.texts(".msg .md")).containsExactly("Said in Growing", "Said later"));
        await().untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly("Growing", "New", "Quiet"));
    }

    @Test
    void sessionFromALaterPageOfTheListStandsInThatPage() {
        for (int i = 1; i <= 60; i++) {
            reader.sync(
                    "/sync/session", "{\"externalId\": \"" + Synced.newId() + "\", \"title\": \"Number " + i + "\"}");
        }
        browser.go("/sessions");
        reader.run("document.getElementById('more').click()");
        await().until(() -> reader.texts(TITLES).size() == 60);
        reader.run("[...document.querySelectorAll('#sessions .item')]"
                + ".find(item => item.querySelector('.t').textContent === 'Number 3').click()");
        browser.awaitPath("/session");
        awaitTitle("Number 3");

        await().untilAsserted(() -> assertThat(reader.texts(CURRENT)).containsExactly("Number 3"));
        assertThat(reader.texts(TITLES)).hasSize(10);
    }

    @Test
    void sessionFillsThePhoneAndLeadsBack() {
        sync("Second", "shop");
        sync("First", "shop");
        browser.resize(Browser.NARROW);
        browser.go("/sessions?project=shop");
        reader.find("#sessions li:first-child .item").click();
        browser.awaitPath("/session");
        awaitTitle("First");

        assertThat(reader.find("#beside").isDisplayed()).isFalse();
        assertThat(browser.scrollsSideways()).isFalse();
        reader.find(".crumbs .back").click();
        browser.awaitPath("/sessions");
        assertThat(browser.driver().getCurrentUrl()).endsWith("?project=shop");
    }

    @Test
    void arrowsWalkThroughTheList() {
        sync("Lower", "shop");
        sync("Upper", "shop");
        browser.go("/sessions");
        reader.find("#sessions li:first-child .item").click();
        browser.awaitPath("/session");
        awaitTitle("Upper");
        awaitTitles("Upper", "Lower");
        reader.run("document.querySelector('#sessions li:first-child .item').focus()");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitTitle("Lower");

        assertThat(PageAudit.findings(browser)).isEmpty();
        browser.screenshots("beside");
    }

    private void awaitTitle(String title) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(browser.driver()
                                .findElement(By.id("sessionTitle"))
                                .getText())
                        .isEqualTo(title));
    }

    private void awaitTitles(String... titles) {
        await().untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly(titles));
    }

    private String sync(String title, String project) {
        String id = Synced.newId();
        reader.sync(
                "/sync/session",
                "{\"externalId\": \"" + id + "\", \"title\": \"" + title + "\", \"projectName\": \"" + project + "\"}");
        message(id, "m1", "Said in " + title);
        return id;
    }

    private void message(String session, String id, String text) {
        reader.sync(
                "/sync/message",
                "{\"sessionExternalId\": \"" + session + "\", \"externalId\": \"" + id
                        + "\", \"role\": \"user\", \"textContent\": \"" + text + "\"}");
    }
}
