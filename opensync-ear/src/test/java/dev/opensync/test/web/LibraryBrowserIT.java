package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Saving searches, making packs and marking messages, as people do it. */
@SystemTest
@RequiresBrowser
class LibraryBrowserIT {

    private static final String BIRDS = "/context?q=kingfisher&type=fulltext&limit=3&maxTokens=4000";

    private final Reader reader;

    LibraryBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
    }

    @BeforeEach
    void syncASession() {
        reader.sync("/sync/batch", """
                {"sessions": [{"externalId": "birds", "title": "Birds"}], "messages": [
                  {"sessionExternalId": "birds", "externalId": "m1", "role": "user", "textContent": "The kingfisher dives"},
                  {"sessionExternalId": "birds", "externalId": "m2", "role": "assistant", "textContent": "Noted"}]}""");
        await().until(() -> reader.api()
                        .get("/api/search?q=kingfisher")
                        .json()
                        .path("results")
                        .size()
                == 1);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void searchIsSavedRunAgainChangedAndDeleted() {
        openContext(BIRDS);
        reader.browser().press("saveSearch");
        name("Our birds");
        awaitKept("#savedSearches .t", "Our birds");
        awaitToast("Search saved");
        JsonNode saved = reader.api().get("/api/saved-searches").json().at("/savedSearches/0");
        assertThat(saved.get("query").asText()).isEqualTo("kingfisher");
        assertThat(saved.get("searchType").asText()).isEqualTo("fulltext");
        assertThat(saved.get("tokenBudget").asInt()).isEqualTo(4000);
        reader.browser().screenshots("library");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();

        reader.browser().go("/context");
        reader.find("#savedSearches .t").click();
        await().until(() -> reader.texts("#finds h2").equals(List.of("Birds")));
        assertThat(reader.find("#contextBudget").getAttribute("value")).isEqualTo("4000");
        assertThat(reader.exists("#savedSearches li.on")).isTrue();
        await().until(() -> reader.api()
                .get("/api/saved-searches")
                .json()
                .at("/savedSearches/0")
                .has("lastUsedAt"));

        reader.find("#contextLimit option[value='10']").click();
        await().until(() -> reader.browser().driver().getCurrentUrl().contains("limit=10"));
        reader.browser().press("saveSearch");
        reader.browser().press("nameChange");
        await().until(() -> reader.api()
                        .get("/api/saved-searches")
                        .json()
                        .at("/savedSearches/0/limit")
                        .asInt()
                == 10);

        reader.find("#savedSearches [data-rename]").click();
        name("Fishers");
        awaitKept("#savedSearches .t", "Fishers");
        reader.find("#savedSearches [data-remove]").click();
        reader.browser().press("askYes");
        await().until(() -> !reader.exists("#savedSearches li"));
        assertThat(reader.api().get("/api/saved-searches").json().get("savedSearches"))
                .isEmpty();
        assertThat(reader.browser().complaints()).isEmpty();
    }

    @Test
    void packIsMadeHandedOutRefreshedAndDeleted() {
        openContext(BIRDS);
        String text = reader.api()
                .get("/api/context?q=kingfisher&type=fulltext&limit=3&maxTokens=4000&around=hit")
                .json()
                .get("text")
                .asText();

        reader.browser().press("makePack");
        name("Our birds");
        awaitKept("#packs .t", "Our birds");
        awaitToast("Pack made");
        assertThat(reader.api()
                        .get("/api/context/packs/our-birds")
                        .json()
                        .get("text")
                        .asText())
                .isEqualTo(text);
        reader.run("document.querySelector('#packs details').open = true");
        assertThat(reader.texts("#packs code").get(0)).contains("/api/context/packs/our-birds");
        reader.browser().screenshots("packs");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();

        reader.find("#packs [data-act=refreshPack]").click();
        awaitToast("Refreshed");
        reader.find("#packs [data-rename]").click();
        name("Fishers");
        awaitKept("#packs .t", "Fishers");
        reader.find("#packs [data-remove]").click();
        reader.browser().press("askYes");
        await().until(() -> !reader.exists("#packs li"));
        assertThat(reader.api().get("/api/context/packs/our-birds").status()).isEqualTo(404);
    }

    @Test
    void messageIsMarkedInItsSessionAndFoundAgain() {
        reader.open("birds");
        reader.find("#m-1 [data-bookmark]").click();
        awaitToast("Bookmarked");
        assertThat(reader.find("#m-1 [data-bookmark]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        reader.browser().screenshots("bookmark");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();
        reader.browser().driver().navigate().refresh();
        await().until(() -> reader.exists("#m-1 [data-bookmark][aria-pressed=true]"));

        openContext(BIRDS);
        awaitKept("#bookmarks .t", "The kingfisher dives");
        assertThat(reader.exists("#finds [data-bookmark][aria-pressed=true]")).isTrue();
        reader.find("#bookmarks .t").click();
        reader.browser().awaitPath("/session");
        await().until(() ->
                reader.api().get("/api/bookmarks").json().at("/bookmarks/0").has("lastUsedAt"));

        openContext(BIRDS);
        reader.find("#bookmarks [data-rename]").click();
        name("Diving");
        awaitKept("#bookmarks .t", "Diving");
        reader.find("#finds [data-bookmark]").click();
        await().until(() -> !reader.exists("#bookmarks li"));
        assertThat(reader.api().get("/api/bookmarks").json().get("bookmarks")).isEmpty();
    }

    @Test
    void messageIsMarkedByAKey() {
        reader.open("birds");
        reader.find("body").sendKeys("j", "b");

        awaitToast("Bookmarked");

        assertThat(reader.api().get("/api/bookmarks").json().get("bookmarks")).hasSize(1);
    }

    @Test
    void refusedNameIsSaid() {
        openContext(BIRDS);
        reader.browser().press("saveSearch");
        name("Our birds");
        awaitKept("#savedSearches .t", "Our birds");

        reader.find("#savedSearches [data-rename]").click();
        reader.run("document.getElementById('keptName').maxLength = 1000; document.getElementById('keptName').value ="
                + " 'x'.repeat(300)");
        reader.browser().press("nameSave");

        awaitToast("name must have at most 200 characters");
        assertThat(reader.texts("#savedSearches .t")).containsExactly("Our birds");
    }

    private void openContext(String address) {
        reader.browser().go(address);
        await().until(() -> reader.texts("#finds h2").equals(List.of("Birds")));
    }

    private void name(String name) {
        await().until(() -> reader.find("#keptName").isDisplayed());
        reader.find("#keptName").sendKeys(Keys.chord(Keys.CONTROL, "a"), name, Keys.ENTER);
    }

    private void awaitKept(String css, String name) {
        await().until(() -> reader.texts(css).equals(List.of(name)));
    }

    private void awaitToast(String text) {
        await().until(() -> reader.texts(".toast").contains(text));
    }
}
