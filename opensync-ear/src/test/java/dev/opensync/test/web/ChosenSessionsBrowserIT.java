package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.openqa.selenium.WebElement;

/** What people do to sessions in the list, one by one and many at a time. */
@SystemTest
@RequiresBrowser
class ChosenSessionsBrowserIT {

    private static final String TITLES = "#sessions .t";

    private final TestServer server;
    private final Reader reader;

    ChosenSessionsBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void titleGivenInTheListStaysAgainstThatOfTheTool() {
        sync("a", "Fix bug");
        reader.browser().go("/sessions");

        press("Fix bug", "rename");
        reader.find("form.retitle input").sendKeys(Keys.chord(Keys.CONTROL, "a"), "Mend the <tills>", Keys.ENTER);

        awaitTitles("Mend the <tills>");
        awaitToast("Session renamed");
        sync("a", "Fix bug, again");
        reader.browser().go("/sessions");
        awaitTitles("Mend the <tills>");
    }

    @Test
    void escapeLeavesTheTitleAsItWas() {
        sync("a", "Fix bug");
        reader.browser().go("/sessions");

        press("Fix bug", "rename");
        reader.find("form.retitle input").sendKeys("Other", Keys.ESCAPE);

        awaitTitles("Fix bug");
        assertThat(reader.exists("form.retitle")).isFalse();
    }

    @Test
    void oneSessionIsMarkedForEvals() {
        sync("a", "Kept");
        reader.browser().go("/sessions");

        press("Kept", "mark");
        awaitMarks("Evals");
        assertThat(Synced.read(reader.api(), "a").session().get("evalReady").asBoolean())
                .isTrue();

        press("Kept", "unmark");
        awaitMarks();
    }

    @Test
    void manySessionsAreMarkedAtATime() {
        syncThree();
        reader.browser().go("/sessions");

        reader.browser().press("select");
        tick("Three");
        reader.find("#sessions [data-id]:has(.pick input:checked) + li .item").click();
        await().until(() -> reader.texts("#selected").equals(List.of("2 selected")));
        reader.browser().screenshots("sessions-selection");
        reader.browser().press("sessionsForm:mark");

        awaitToast("2 sessions marked for evals");
        awaitMarks("Evals", "Evals");
        reader.browser().go("/sessions?eval=yes");
        await().untilAsserted(() -> assertThat(reader.texts(TITLES)).hasSize(2));
    }

    @Test
    void chosenSessionsAreTakenAlongAsATable() {
        syncThree();
        reader.browser().go("/sessions");
        reader.browser().press("select");
        tick("Three");
        tick("One");

        Object table = reader.browser().driver().executeAsyncScript("""
                const done = arguments[0];
                const form = document.getElementById("sessionsForm");
                const body = new URLSearchParams(new FormData(form));
                body.set("sessionsForm:export", "x");
                fetch(form.action, { method: "POST", body }).then(answer => answer.text()).then(done);
                """);

        assertThat(String.valueOf(table).lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("\"Three\""))
                .anyMatch(line -> line.contains("\"One\""));
    }

    @Test
    void sharedSessionsAreMadePrivateTogether() {
        syncThree();
        share("a");
        share("c");
        reader.browser().go("/sessions");
        awaitMarks("Shared", "Shared");
        reader.browser().press("select");
        reader.find("[data-pick=all]").click();

        reader.browser().press("sessionsForm:makePrivate");
        reader.browser().awaitText("Make these sessions private?");
        reader.browser().press("askYes");

        awaitMarks();
        awaitToast("3 sessions made private");
        reader.browser().go("/sessions?shared=yes");
        reader.browser().awaitText("No sessions found");
    }

    @Test
    void deletingAsksFirst() {
        syncThree();
        reader.browser().go("/sessions");
        reader.browser().press("select");
        tick("Three");
        tick("One");

        reader.browser().press("sessionsForm:delete");
        reader.browser().awaitText("Delete these sessions?");
        assertThat(reader.run("return document.activeElement.id")).isEqualTo("askYes");
        reader.browser().screenshots("sessions-delete");
        reader.browser().driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        await().until(() -> !reader.exists("#ask[open]"));
        assertThat(reader.texts(TITLES)).hasSize(3);

        reader.browser().press("sessionsForm:delete");
        reader.browser().press("askYes");

        awaitTitles("Two");
        awaitToast("2 sessions deleted");
        reader.browser().go("/sessions");
        awaitTitles("Two");
    }

    @Test
    void everybodyCanUseTheListInBothThemes() {
        syncThree();
        sync("test-1706234567890", "Connection Test");
        reader.browser().go("/sessions?source=opencode");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();

        reader.browser().press("select");
        tick("One");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();

        reader.browser().press("sessionsForm:delete");
        reader.browser().awaitText("Delete this session?");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();
        assertThat(reader.browser().complaints()).isEmpty();
    }

    @Test
    void actionsStillWorkOnAPageThatWasOpenForLong() {
        sync("a", "Patient");
        reader.browser().go("/sessions");
        reader.run("document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]').forEach(f => f.value = '1:1')");

        press("Patient", "mark");

        awaitMarks("Evals");
    }

    @Test
    void nobodyChangesSessionsOfAnother() {
        String id = Synced.newId();
        server.admin().post("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"Of the administrator\"}");
        String foreign = Synced.read(server.admin(), id).session().get("id").asText();
        syncThree();
        reader.browser().go("/sessions");
        reader.browser().press("select");
        tick("One");
        // At one go: the list takes in what has changed meanwhile, and would put this right.
        reader.run("""
                const box = document.querySelector(".pick input:not(:checked)");
                box.value = arguments[0];
                box.checked = true;
                box.closest("li").dataset.id = arguments[0];
                document.getElementById("sessionsForm:delete").click();
                """, foreign);
        reader.browser().awaitText("Delete these sessions?");
        reader.browser().press("askYes");

        awaitToast("2 sessions deleted");
        reader.browser().go("/sessions");
        awaitTitles("Three", "Two");
        assertThat(Synced.read(server.admin(), id).session().get("title").asText())
                .isEqualTo("Of the administrator");
    }

    private void syncThree() {
        sync("a", "One");
        sync("b", "Two");
        sync("c", "Three");
    }

    private void share(String id) {
        reader.browser()
                .go("/share?id="
                        + Synced.read(reader.api(), id).session().get("id").asText());
        reader.browser().press("shareForm:share");
        reader.browser().awaitText("This session is public");
    }

    private void sync(String id, String title) {
        reader.sync("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"" + title + "\"}");
    }

    /** An action in the menu of a row. */
    private void press(String title, String action) {
        row(title, "//button").click();
        reader.find("#rowMenu [data-act=" + action + "]").click();
    }

    private void tick(String title) {
        row(title, "//input").click();
    }

    private WebElement row(String title, String part) {
        return reader.browser()
                .driver()
                .findElement(By.xpath("//ol[@id='sessions']/li[.//span[@class='t'][.='" + title + "']]" + part));
    }

    private void awaitTitles(String... titles) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly(titles));
    }

    private void awaitMarks(String... marks) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(reader.texts("#sessions .mark")).containsExactly(marks));
    }

    private void awaitToast(String text) {
        await().until(() -> reader.texts(".toast").contains(text));
    }
}
