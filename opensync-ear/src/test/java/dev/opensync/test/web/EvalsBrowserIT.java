package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of evals: what is marked, how it is judged, what is done to many, and taking it along. */
@SystemTest
@RequiresBrowser
class EvalsBrowserIT {

    private static final String TITLES = "#evals td.name a";

    private final TestServer server;
    private final Reader reader;

    EvalsBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void emptyPageSaysHowToBegin() {
        reader.browser().go("/evals");

        reader.browser().awaitText("No sessions marked for evals yet");
        reader.browser().screenshots("evals-empty");
        assertThat(reader.find("#export").isEnabled()).isFalse();
        reader.find("#noEvals a").click();
        reader.browser().awaitPath("/sessions");
    }

    @Test
    void countsTellWhatAnExportYields() {
        MarkedSessions.markThree(reader);
        MarkedSessions.sync(reader, "d", "Not marked", "Hello", "Hi");
        reader.browser().go("/evals");

        awaitTexts(TITLES, titles -> assertThat(titles).containsExactlyInAnyOrder("One", "Two", "Three"));
        awaitTexts("#evalCounts strong", counts -> assertThat(counts).containsExactly("3", "3", "0", "0", "3"));
        assertThat(cells("One")).contains("claude-opus-4-5 2 5 ");
        assertThat(cells("Three")).contains("claude-opus-4-5 0 1 ");
        reader.browser().screenshots("evals");
    }

    @Test
    void sessionIsJudgedInTheTable() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");

        choose("One", "golden");
        awaitToast("Status set");
        awaitTexts("#evalCounts strong", counts -> assertThat(counts).containsExactly("3", "3", "1", "0", "2"));

        reader.browser().go("/evals?status=golden");
        awaitTexts(TITLES, titles -> assertThat(titles).containsExactly("One"));
        awaitTexts("#pills .pill b", pills -> assertThat(pills).containsExactly("★ Golden"));

        choose("One", "");
        awaitToast("Status set");
        reader.browser().go("/evals?status=golden");
        reader.browser().awaitText("No marked session meets all of these conditions.");
    }

    @Test
    void manySessionsAreJudgedAndTaggedAtATime() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");

        reader.find("#tickAll").click();
        tick("Three");
        awaitTexts("#selected", texts -> assertThat(texts).containsExactly("2 selected"));
        reader.browser().screenshots("evals-selection");
        reader.find("#bulkStatus option[value='correct']").click();
        awaitToast("2 sessions have the new status");
        awaitTexts("#evalCounts strong", counts -> assertThat(counts).containsExactly("3", "3", "0", "2", "1"));

        reader.find("#bulkTags").sendKeys("nightly, till", Keys.ENTER);
        awaitToast("2 sessions tagged");
        awaitTexts(
                "#evals .tags .chip", tags -> assertThat(tags).containsExactly("nightly", "till", "nightly", "till"));

        reader.browser().go("/evals?tag=nightly");
        awaitTexts(TITLES, titles -> assertThat(titles).containsExactlyInAnyOrder("One", "Two"));
        reader.find("#clear").click();
        awaitTexts(TITLES, titles -> assertThat(titles).hasSize(3));
    }

    @Test
    void whatCannotBeATagIsSaidSo() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");

        tick("One");
        reader.find("#bulkTags").sendKeys("x".repeat(60), Keys.ENTER);

        await().until(() -> reader.exists(".toast.bad"));
        assertThat(reader.texts("#evals .tags .chip")).isEmpty();
    }

    @Test
    void removingAsksAndLeavesTheSessions() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");
        awaitTexts(TITLES, titles -> assertThat(titles).hasSize(3));
        tick("One");
        tick("Three");

        reader.browser().press("evalsForm:remove");
        reader.browser().awaitText("Remove these sessions from evals?");
        reader.browser().driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        await().until(() -> !reader.exists("#ask[open]"));
        reader.browser().press("evalsForm:remove");
        reader.browser().press("askYes");

        awaitTexts(TITLES, titles -> assertThat(titles).containsExactly("Two"));
        awaitToast("2 sessions removed from evals");
        assertThat(MarkedSessions.isMarked(reader, "a")).isFalse();
        reader.browser().go("/sessions");
        awaitTexts("#sessions .t", titles -> assertThat(titles).hasSize(3));
    }

    @Test
    void everySessionIsListedOnce() {
        for (int i = 0; i < 60; i++) {
            MarkedSessions.mark(reader, "s" + i, "Session " + i, "Ask " + i, "Answer " + i);
        }
        reader.browser().go("/evals");
        awaitTexts(TITLES, titles -> assertThat(titles).hasSize(50));

        reader.find("#more").click();

        awaitTexts(TITLES, titles -> assertThat(titles).hasSize(60).doesNotHaveDuplicates());
    }

    @Test
    void rowOpensTheSession() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");

        row("One", "//td[contains(@class, 'name')]/a").click();

        reader.browser().awaitPath("/session");
        reader.browser().awaitText("Preheat the oven");
    }

    @Test
    void everybodyCanUseThePageInBothThemes() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");
        choose("One", "golden");
        awaitToast("Status set");
        choose("Two", "needs_review");
        tick("One");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();

        reader.browser().press("export");
        awaitTexts("#previewCases", texts -> assertThat(texts).containsExactly("2"));
        assertThat(PageAudit.findings(reader.browser())).isEmpty();
        reader.find("[data-close=exportDialog]").click();

        reader.browser().press("keep");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();
        assertThat(reader.browser().complaints()).isEmpty();
    }

    @Test
    void nobodyChangesOrTakesSessionsOfAnother() {
        String id = Synced.newId();
        server.admin().post("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"Of the administrator\"}");
        String foreign = Synced.read(server.admin(), id).session().get("id").asText();
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");
        awaitTexts(TITLES, titles -> assertThat(titles).hasSize(3).doesNotContain("Of the administrator"));
        reader.run(
                "const box = document.querySelector('td.tick input'); box.value = arguments[0]; box.click();", foreign);

        reader.browser().press("export");
        awaitTexts("#previewNothing", texts -> assertThat(texts).hasSize(1));
        reader.find("[data-close=exportDialog]").click();
        reader.find("#bulkStatus option[value='golden']").click();

        await().until(() -> reader.exists(".toast"));
        assertThat(Synced.read(server.admin(), id).session().get("evalReady").asBoolean())
                .isFalse();
    }

    private void choose(String title, String status) {
        row(title, "//option[@value='" + status + "']").click();
    }

    private void tick(String title) {
        row(title, "//input").click();
    }

    private String cells(String title) {
        return row(title, "").getText();
    }

    private WebElement row(String title, String part) {
        return reader.browser()
                .driver()
                .findElement(By.xpath("//tbody[@id='evals']/tr[.//a[.='" + title + "']]" + part));
    }

    private void awaitTexts(String css, ThrowingConsumer<List<String>> holds) {
        await().ignoreExceptions().untilAsserted(() -> holds.accept(reader.texts(css)));
    }

    private void awaitToast(String text) {
        await().until(() -> reader.texts(".toast").contains(text));
    }
}
