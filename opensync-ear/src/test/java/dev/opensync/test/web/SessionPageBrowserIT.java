package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the page of one session shows, and that it keeps up with the session. */
@SystemTest
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionPageBrowserIT {

    private static final String ONE_PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final TestServer server;
    private final Reader reader;

    SessionPageBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
    }

    @AfterAll
    void close() {
        reader.close();
    }

    @Test
    void textIsDrawnAsMarkdownWhateverItsShape() {
        reader.show("""
                {"role": "user", "textContent": "Plain **text**"},
                {"role": "assistant", "parts": [{"type": "text", "content": "String **part**"}]},
                {"role": "assistant", "parts": [{"type": "text", "content": {"text": "Object **part**"}}]},
                {"role": "assistant", "parts": [{"type": "text", "content": {"content": "Nested **part**"}}]},
                {"role": "assistant", "parts": [{"type": "text", "text": "Flat **part**"}]}""");

        assertThat(reader.texts(".msg .md"))
                .containsExactly("Plain text", "String part", "Object part", "Nested part", "Flat part");
        assertThat(reader.texts(".msg .md strong")).containsExactly("text", "part", "part", "part", "part");
        assertThat(reader.texts(".msg .who b"))
                .containsExactly("You", "Assistant", "Assistant", "Assistant", "Assistant");
    }

    @Test
    void tokensOfTheToolStandBesideTheSumOfTheMessages() {
        String id = Synced.newId();
        reader.sync("/sync/batch", """
                {"sessions": [{"externalId": "ID", "model": "claude-opus-4-5", "provider": "anthropic-oauth",
                  "promptTokens": 38700, "completionTokens": 900}],
                 "messages": [
                  {"sessionExternalId": "ID", "externalId": "1", "role": "user", "textContent": "Go", "promptTokens": 19000},
                  {"sessionExternalId": "ID", "externalId": "2", "role": "assistant", "textContent": "Gone",
                   "promptTokens": 365, "completionTokens": 450}]}""".replace("ID", id));
        reader.open(id);

        assertThat(reader.texts("#sessionTokens")).containsExactly("38.7K in · 900 out");
        reader.find("#sessionTokens").click();
        assertThat(reader.texts("#tokenCounts tbody td")).containsExactly("38,700", "900", "19,365", "450");
        reader.browser().screenshots("session-tokens");
        assertThat(reader.find("#sessionModel").getDomAttribute("title")).isEqualTo("Provider anthropic-oauth");
    }

    @Test
    void textThatAPartRepeatsIsShownOnce() {
        reader.show("""
                {"role": "assistant", "textContent": "Said only once", "parts": [
                   {"type": "text", "content": "Said only once"},
                   {"type": "tool-call", "content": {"toolName": "Read", "args": {"file_path": "/src/once.c"}}}]},
                {"role": "tool", "textContent": "npm install", "parts": [{"type": "tool_use", "content": "shell: npm install"}]}""");

        assertThat(reader.texts(".msg .md")).containsExactly("Said only once");
        assertThat(reader.texts(".fold.tool > summary")).containsExactly("Read /src/once.c", "shell npm install");
    }

    @Test
    void callsOfEveryShapeShowNameAndArguments() {
        reader.show("""
                {"role": "assistant", "parts": [
                   {"type": "tool-call", "content": {"toolName": "One", "args": {"command": "run one"}}},
                   {"type": "tool-call", "content": {"name": "Two", "arguments": {"command": "run two"}}},
                   {"type": "tool-call", "content": {"name": "Three", "input": {"command": "run three"}}},
                   {"type": "tool-call", "content": "{\\"toolName\\": \\"Four\\", \\"args\\": {\\"command\\": \\"run four\\"}}"},
                   {"type": "tool_use", "content": {"toolName": "Five", "args": {"command": "run five"}, "result": "five ran"}},
                   {"type": "tool_use", "content": "shell: run six"},
                   {"type": "tool_call", "content": {"toolName": "Seven", "toolCallId": "c7", "args": {"command": "run seven"}}},
                   {"type": "tool-call", "toolName": "Eight", "args": {"command": "run eight"}},
                   {"type": "tool-call", "content": {"toolName": "Nine"}}]}""");

        assertThat(reader.texts(".fold.tool > summary"))
                .containsExactly(
                        "One run one",
                        "Two run two",
                        "Three run three",
                        "Four run four",
                        "Five run five",
                        "shell run six",
                        "Seven run seven",
                        "Eight run eight",
                        "Nine");
        reader.unfold();
        assertThat(reader.texts(".fold.tool").get(4)).contains("five ran");
        assertThat(reader.texts(".fold.tool").get(8)).contains("No arguments and no result were sent.");
    }

    @Test
    void resultStandsWithItsCall() {
        reader.show("""
                {"role": "assistant", "parts": [
                   {"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "ls"}}},
                   {"type": "tool-result", "content": "parser.c"}]},
                {"role": "assistant", "parts": [
                   {"type": "tool-call", "content": {"toolName": "First", "toolCallId": "a", "args": {}}},
                   {"type": "tool-call", "content": {"toolName": "Second", "toolCallId": "b", "args": {}}}]},
                {"role": "tool", "parts": [
                   {"type": "tool-result", "content": {"toolCallId": "b", "output": "of the second"}},
                   {"type": "tool-result", "content": {"toolCallId": "a", "result": "of the first"}}]}""");
        reader.unfold();

        assertThat(reader.texts(".fold.tool")).hasSize(3);
        assertThat(reader.texts(".fold.tool").get(0)).contains("parser.c");
        assertThat(reader.texts(".fold.tool").get(1)).contains("of the first").doesNotContain("second");
        assertThat(reader.texts(".fold.tool").get(2)).contains("of the second");
        assertThat(reader.texts(".msg"))
                .as("the message that only brought results")
                .hasSize(2);
    }

    @Test
    void longTextIsCutAndThereInFull() {
        String word = "sesquipedalian ";
        reader.show("{\"role\": \"assistant\", \"textContent\": \"" + word.repeat(5_000) + "the very end\"}");
        assertThat(reader.texts(".msg .md").get(0)).startsWith(word).doesNotContain("the very end");

        reader.browser().driver().get(String.valueOf(reader.find(".msg .cut a").getAttribute("href")));

        assertThat(reader.texts("body").get(0)).endsWith("the very end");
    }

    @Test
    void pictureIsFetchedForItsOwner() {
        reader.show("""
                {"role": "user", "parts": [{"type": "image", "content": {"source": {"type": "base64",
                   "media_type": "image/png", "data": "PNG"}}}]}""".replace("PNG", ONE_PIXEL));

        await().until(() -> reader.run("return document.querySelector('.msg img').naturalWidth")
                .equals(1L));
        assertThat(String.valueOf(reader.find(".msg img").getAttribute("src"))).contains("/picture?id=");
    }

    @Test
    void resultWithoutCallIsShownByItself() {
        reader.show("""
                {"role": "assistant", "parts": [{"type": "tool-result", "content": {"output": "nobody asked"}}]}""");

        assertThat(reader.texts(".fold.result")).singleElement().asString().contains("Result", "nobody asked");
    }

    @Test
    void editIsShownAsADifference() {
        reader.show("""
                {"role": "assistant", "parts": [{"type": "tool-call", "content": {"toolName": "Edit", "args": {
                   "file_path": "/src/a.c", "old_string": "int a;\\nint b;", "new_string": "int a;\\nlong b;\\nlong c;"}}}]},
                {"role": "tool", "parts": [{"type": "tool_use", "content":
                   "{\\"tool\\": \\"file_edit\\", \\"path\\": \\"/src/b.c\\", \\"edits\\": [{\\"old\\": \\"x\\", \\"new\\": \\"y\\"}]}"}]}""");

        assertThat(reader.texts(".fold.tool > summary").get(0)).contains("Edit", "/src/a.c", "+2", "−1");
        assertThat(reader.texts(".diff .del")).containsExactly("- int b;", "- x");
        assertThat(reader.texts(".diff .add")).containsExactly("+ long b;", "+ long c;", "+ y");
    }

    @Test
    void thinkingIsFoldedUntilOpened() {
        reader.show("""
                {"role": "assistant", "parts": [{"type": "thinking", "content": "Let me see"}, {"type": "text", "content": "Done"}]}""");

        assertThat(reader.texts(".fold.thinking > summary")).containsExactly("Thinking");
        assertThat(reader.find(".fold.thinking .in").isDisplayed()).isFalse();
        reader.find(".fold.thinking > summary").click();
        assertThat(reader.find(".fold.thinking .in").getText()).isEqualTo("Let me see");
    }

    @Test
    void unknownPartIsShownAsJson() {
        reader.show("""
                {"role": "assistant", "parts": [{"type": "hologram", "content": {"depth": 3, "layers": ["a", "b"]}}]}""");

        assertThat(reader.texts(".fold.other > summary")).containsExactly("hologram");
        assertThat(reader.texts(".fold.other pre")).singleElement().asString().contains("\"depth\": 3", "\"layers\"");
    }

    @Test
    void hostileTextIsTextAndRunsNothing() {
        String hostile = "<script>window.hostile = 1</script><img src=x onerror='window.hostile = 2'>"
                + "<a href='javascript:window.hostile = 3'>press</a> [press](javascript:window.hostile=4) #{7*191}";
        String json = "\"" + hostile.replace("\"", "\\\"") + "\"";
        String id = Synced.newId();
        reader.sync("/sync/session", """
                {"externalId": "ID", "title": JSON, "model": JSON, "projectPath": JSON}""".replace("JSON", json).replace("ID", id));
        reader.sync("/sync/message", """
                {"sessionExternalId": "ID", "externalId": "m1", "role": "assistant", "textContent": JSON, "parts": [
                   {"type": "tool-call", "content": {"toolName": JSON, "args": {"command": JSON}}},
                   {"type": "tool-result", "content": JSON},
                   {"type": "thinking", "content": JSON},
                   {"type": "</code><script>window.hostile = 5</script>", "content": {"x": JSON}}]}""".replace("JSON", json).replace("ID", id));
        reader.open(id);
        reader.unfold();

        assertThat(reader.texts("#sessionTitle")).singleElement().asString().contains("<script>", "#{7*191}");
        assertThat(reader.texts(".fold.tool pre").get(0)).contains("<img src=x onerror=");
        assertThat(reader.exists("main script")).isFalse();
        assertThat(reader.exists("main [onerror], main [href^='javascript']")).isFalse();
        assertThat(reader.run("return String(window.hostile)")).isEqualTo("undefined");
        reader.browser().go("/sessions");
        assertThat(reader.run("return String(window.hostile)")).isEqualTo("undefined");
    }

    @Test
    void sessionOfSomebodyElseIsTheNotFoundPage() {
        String id = Synced.newId();
        server.admin().post("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"Not for others\"}");
        String theirs = Synced.read(server.admin(), id).session().get("id").asText();

        reader.browser().go("/session?id=" + theirs);

        assertThat(reader.texts("main h1")).containsExactly("Nothing here");
        assertThat(reader.browser().driver().getPageSource()).doesNotContain("Not for others");
    }
}
