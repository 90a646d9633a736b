package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static dev.opensync.test.web.ContextPage.BIRDS;
import static dev.opensync.test.web.ContextPage.TITLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Putting context together: asking, choosing, reading around, and copying what the API answers too. */
@SystemTest
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContextBrowserIT {

    private final TestServer server;
    private final ContextPage page;
    private final Reader reader;

    ContextBrowserIT(TestServer server) {
        this.server = server;
        page = ContextPage.signUp(server);
        reader = page.reader();
    }

    @AfterAll
    void close() {
        page.close();
    }

    @Test
    void answerComesWhileOneTypesAndStaysInTheAddress() {
        reader.browser().go("/context");
        reader.browser().awaitText("Ask what your sessions know");
        assertThat(reader.find("#contextType").getAttribute("value")).isEqualTo("semantic");
        assertThat(reader.find("#search").getAttribute("value")).isEmpty();
        reader.browser().screenshots("context-start");

        reader.find("#contextType option[value=fulltext]").click();
        reader.browser().type("contextQuery", "kingfisher");
        page.awaitCards(3);

        await().untilAsserted(() ->
                assertThat(reader.browser().driver().getCurrentUrl()).contains("q=kingfisher", "type=fulltext"));
        assertThat(reader.texts(TITLES)).containsExactlyInAnyOrder("Dives", "Nests", "Feeds");
        assertThat(reader.texts("#finds .snip mark")).contains("kingfisher");
        assertThat(reader.texts("#finds .relevance")).contains("100% relevant");
        assertThat(reader.texts("#finds .tokens")).hasSize(3).allMatch(text -> text.endsWith("tokens"));
        List<String> titles = reader.texts(TITLES);
        reader.browser().driver().navigate().refresh();
        page.awaitCards(3);
        assertThat(reader.texts(TITLES)).isEqualTo(titles);
        reader.browser().screenshots("context");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();
        assertThat(reader.browser().complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "xml"})
    void copiedTextIsTheAnswerOfTheApi(String format) {
        page.open(BIRDS + "&maxTokens=900&messages=5&format=" + format, 3);

        reader.browser().press("copyAll");
        assertCopied();

        takeOut("Nests");
        reader.browser().press("copyAll");
        assertThat(assertCopied()).doesNotContain("banks");
    }

    @Test
    void oneCardIsCopiedAlone() {
        page.open(BIRDS, 3);

        card("Nests").findElement(By.cssSelector("[data-copy-one]")).click();

        assertThat(page.awaitCopy())
                .contains("--- Session: Nests ---", "<banks>, 漢字 😀")
                .doesNotContain("Dives", "Feeds");
    }

    @Test
    void budgetIsKeptByTheServer() {
        page.open(BIRDS, 3);
        int all = total();

        reader.run("document.getElementById('contextBudget').value = 200;"
                + "document.getElementById('contextBudget').dispatchEvent(new Event('change', {bubbles: true}))");
        await().until(() -> total() <= 200 && reader.exists("#cut"));

        assertThat(all).isGreaterThan(200);
        assertThat(reader.texts("#sum").get(0)).contains("of 200 tokens");
        assertThat(reader.browser().driver().getCurrentUrl()).contains("maxTokens=200");
    }

    @Test
    void choosingChangesTheTotalAndIsInTheAddress() {
        page.open(BIRDS, 3);
        int all = total();

        takeOut("Nests");
        assertThat(total()).isLessThan(all);
        assertThat(reader.texts("#copyAll")).containsExactly("Copy chosen");
        reader.browser().driver().navigate().refresh();
        awaitText("#sum", "2 of 3 sessions");
        assertThat(reader.texts(".find.out h2")).containsExactly("Nests");

        reader.find("[data-choose=none]").click();
        awaitText("#sum", "0 of 3 sessions");
        assertThat(reader.find("#copyAll").isEnabled()).isFalse();
        reader.find("[data-choose=all]").click();
        awaitText("#sum", "3 of 3 sessions");
        assertThat(total()).isEqualTo(all);
    }

    @Test
    void cardShowsWhatStandsAroundTheMessage() {
        page.open(BIRDS, 3);

        card("Dives").findElement(By.cssSelector("[data-around]")).click();
        await().until(() -> reader.exists(".around .msg.hit"));

        assertThat(reader.texts(".around .msg")).hasSize(7);
        assertThat(reader.texts(".around .msg.hit").get(0)).contains("Where does the kingfisher dive?");
        assertThat(reader.texts(".around .msg").get(0)).contains("Note 8");
        reader.browser().screenshots("context-around");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();
    }

    @Test
    void nothingFoundAndNoAnswerAreSaid() {
        page.open(BIRDS, 3);

        reader.browser().type("contextQuery", "zzzqqq");
        await().until(() -> reader.exists("#nothingFound"));
        reader.run("window.realFetch = window.fetch; window.fetch = () => Promise.reject(new Error('away'))");
        reader.browser().type("contextQuery", "kingfisher");
        await().until(() -> reader.find("#contextFailed").isDisplayed());
        reader.run("window.fetch = window.realFetch");
        reader.browser().press("again");

        page.awaitCards(3);
        assertThat(reader.find("#contextFailed").isDisplayed()).isFalse();
    }

    @Test
    void nobodyFindsSessionsOfOthers() {
        for (String page : List.of(BIRDS, BIRDS.replace("/context", "/context-text"))) {
            Page shown = server.member().pages().get(page);

            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.document().html()).doesNotContain("banks");
        }
        assertThat(server.visitor().get(BIRDS).address().getPath()).isEqualTo("/login");
    }

    private void awaitText(String css, String text) {
        await().until(() -> reader.texts(css).stream().anyMatch(found -> found.contains(text))
                && reader.exists("#results[aria-busy=false]"));
    }

    private void takeOut(String title) {
        card(title).findElement(By.cssSelector("input[type=checkbox]")).click();
        awaitText("#sum", "2 of 3 sessions");
    }

    private WebElement card(String title) {
        return reader.browser()
                .driver()
                .findElement(By.xpath("//li[contains(@class, 'find')][.//h2[normalize-space() = '" + title + "']]"));
    }

    private int total() {
        List<String> texts = reader.texts("#sumTokens");
        return texts.isEmpty()
                ? Integer.MAX_VALUE
                : Integer.parseInt(texts.get(0).replace(",", ""));
    }

    /** Which is what the API answers too. */
    private String assertCopied() {
        String copied = page.awaitCopy();
        JsonNode answer = reader.api()
                .get("/api/context?around=hit&"
                        + URI.create(reader.browser().driver().getCurrentUrl()).getRawQuery())
                .json();

        assertThat(copied).isEqualTo(answer.get("text").asText().replace("\r", ContextPage.RETURN));
        assertThat(total()).isEqualTo(answer.get("tokens").asInt());
        assertThat(reader.texts(".toast")).contains(reader.texts("#sumTokens").get(0) + " tokens copied");
        page.forgetCopy();
        reader.run("document.getElementById('toasts').replaceChildren()");
        return copied;
    }
}
