package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;

/** What an owner does to the session in view. */
@SystemTest
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionActionsBrowserIT {

    private static final String TWO_MESSAGES = """
            {"role": "user", "textContent": "Please begin"},
            {"role": "assistant", "textContent": "Begun", "model": "other", "promptTokens": 1200, "completionTokens": 34, "durationMs": 61000}""";

    private final Reader reader;

    SessionActionsBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
    }

    @AfterAll
    void close() {
        reader.close();
    }

    @Test
    void renamingStaysOnThePageAndOutlivesTheTool() {
        String id = reader.show(TWO_MESSAGES);
        reader.run("window.notReloaded = true");

        rename("Mine: <b>the</b> session");

        awaitTexts("#sessionTitle", "Mine: <b>the</b> session");
        assertThat(reader.run("return window.notReloaded")).isEqualTo(true);
        reader.sync("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"Of the tool\"}");
        assertThat(session(id).get("title").asText()).isEqualTo("Mine: <b>the</b> session");

        rename("");

        awaitTexts("#sessionTitle", "Of the tool");
    }

    @Test
    void choiceForEvaluationsIsTakenAndTakenBack() {
        String id = reader.show(TWO_MESSAGES);

        press("evalForm:evalToggle");

        awaitPressed("true");
        assertThat(session(id).get("evalReady").asBoolean()).isTrue();

        press("evalForm:evalToggle");

        awaitPressed("false");
        assertThat(session(id).get("evalReady").asBoolean()).isFalse();
    }

    @Test
    void deletingAsksFirst() {
        String id = reader.show(TWO_MESSAGES);
        openMenu("moreMenu");
        press("delete");
        await().until(() -> reader.find("#deleteDialog").isDisplayed());
        assertThat(reader.find("#deleteDialog").getText()).contains("cannot be undone");
        reader.browser().driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        await().until(() -> !reader.find("#deleteDialog").isDisplayed());
        assertThat(reader.api().get("/api/sessions/" + id).status()).isEqualTo(200);

        openMenu("moreMenu");
        press("delete");
        press("deleteForm:confirm");

        reader.browser().awaitPath("/sessions");
        reader.browser().awaitText("Session deleted");
        assertThat(reader.api().get("/api/sessions/" + id).status()).isEqualTo(404);
    }

    @Test
    void actionIsTakenAlthoughTheServerHasForgottenThePage() {
        String id = reader.show(TWO_MESSAGES);
        reader.run("""
                for (let i = 0; i < 40; i++) {
                  const other = new XMLHttpRequest();
                  other.open('GET', '/settings', false);
                  other.send();
                }""");

        rename("After a long while");

        awaitTexts("#sessionTitle", "After a long while");
        assertThat(session(id).get("title").asText()).isEqualTo("After a long while");
    }

    @Test
    void sessionIsCopiedAndDownloaded() {
        reader.show(TWO_MESSAGES);
        reader.run("window.opensync.copy = async (text) => { window.copied = text; }");

        openMenu("exportMenu");
        press("copyMarkdown");

        await().until(() -> String.valueOf(reader.run("return window.copied")).contains("## Assistant\n\nBegun"));
        assertThat(String.valueOf(reader.run("return window.copied"))).contains("| Tokens | 1,234 |");
        assertThat(download("downloadMarkdown"))
                .matches("(?s)attachment; filename=\"Shapes_\\d{4}-\\d\\d-\\d\\d.md\"\\|# Shapes.*");
        assertThat(download("downloadJson")).startsWith("attachment; filename=\"Shapes.json\"|{\"session\"");
    }

    @Test
    void messageTellsItsModelTokensAndTime() {
        reader.show(TWO_MESSAGES + ", {\"role\": \"assistant\", \"textContent\": \"Done\", \"model\": \"second\"}");

        assertThat(reader.texts(".msg .who").get(1)).contains("Assistant", "1.2K in", "34 out", "1m 1s");
        assertThat(String.join(" ", reader.texts(".msg .who, #sessionHeader .chip")))
                .as("the model of the session in its header, another one at its messages")
                .contains("other", "second");
    }

    @Test
    void pageFitsAPhoneInBothThemes() {
        reader.show(TWO_MESSAGES + """
                , {"role": "assistant", "parts": [{"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "make all"}}},
                   {"type": "tool-result", "content": "built"}]}""");
        reader.unfold();

        reader.browser().screenshots("session-viewer");
        openMenu("moreMenu");
        press("delete");
        reader.browser().screenshots("session-delete");
        assertThat(reader.browser().complaints())
                .as("beside the answer that the server has forgotten a page")
                .allMatch(complaint -> complaint.contains("409"));
    }

    private void rename(String title) {
        openMenu("moreMenu");
        press("rename");
        reader.browser().type("newTitle", title);
        press("renameForm:save");
    }

    private void openMenu(String id) {
        press(By.cssSelector("#" + id + ":not([open]) > summary"));
    }

    private void press(String id) {
        press(By.id(id));
    }

    /** Again where the page has just been told something new and has drawn it anew. */
    private void press(By element) {
        await().ignoreException(StaleElementReferenceException.class).until(() -> {
            reader.browser().driver().findElement(element).click();
            return true;
        });
    }

    /** Disposition and content. */
    private String download(String link) {
        return String.valueOf(reader.run("""
                const request = new XMLHttpRequest();
                request.open('GET', document.getElementById(arguments[0]).href, false);
                request.send();
                return request.getResponseHeader('Content-Disposition') + '|' + request.responseText;""", link));
    }

    private void awaitTexts(String css, String text) {
        await().untilAsserted(() -> assertThat(reader.texts(css)).isEqualTo(List.of(text)));
    }

    private void awaitPressed(String pressed) {
        await().until(() -> reader.exists("#evalForm\\:evalToggle[aria-pressed=" + pressed + "]"));
    }

    private JsonNode session(String externalId) {
        return Synced.read(reader.api(), externalId).session();
    }
}
