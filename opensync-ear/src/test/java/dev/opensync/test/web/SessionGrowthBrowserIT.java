package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The page of a session that is longer than a page, or grows while it is open. */
@SystemTest
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionGrowthBrowserIT {

    private final Reader reader;

    SessionGrowthBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
    }

    @AfterAll
    void close() {
        reader.close();
    }

    @Test
    void resultBeyondTheEndOfThePageStandsWithItsCall() {
        reader.show("{\"role\": \"user\", \"textContent\": \"Go on\"},".repeat(99) + """
                {"role": "assistant", "parts": [{"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "ls"}}}]},
                {"role": "tool", "parts": [{"type": "tool-result", "content": "over the edge"}]},
                {"role": "user", "textContent": "The end"}""");
        reader.unfold();
        assertThat(reader.texts(".fold.tool")).singleElement().asString().contains("over the edge");

        await().until(() -> {
            reader.run("const more = document.getElementById('more'); if (more) more.click()");
            return !reader.exists("#more");
        });

        assertThat(reader.texts(".msg .md")).endsWith("The end");
        assertThat(reader.exists(".fold.result")).isFalse();
        assertThat(reader.texts(".fold.tool")).hasSize(1);
    }

    @Test
    void lateResultReachesACallFarUpAnOpenPage() {
        String id = reader.show("""
                {"role": "assistant", "parts": [{"type": "tool-call", "content": {"toolName": "Task", "toolCallId": "far", "args": {}}}]},
                """ + "{\"role\": \"assistant\", \"textContent\": \"Meanwhile\"},".repeat(29)
                + "{\"role\": \"assistant\", \"textContent\": \"Still waiting\"}");
        await().until(() -> reader.texts("#live").equals(List.of("Live")));

        reader.sync("/sync/message", """
                {"sessionExternalId": "ID", "externalId": "late", "role": "tool", "parts": [
                   {"type": "tool-result", "content": {"toolCallId": "far", "output": "took its time"}}]}""".replace("ID", id));

        await().untilAsserted(() -> {
            reader.unfold();
            assertThat(reader.texts(".fold.tool")).singleElement().asString().contains("took its time");
        });
        assertThat(reader.exists(".fold.result")).isFalse();
    }

    @Test
    void openSessionKeepsUpWithoutReload() {
        String id = reader.show("""
                {"role": "user", "textContent": "Please begin"},
                {"role": "assistant", "parts": [{"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "make"}}}]}""");
        await().until(() -> reader.texts("#live").equals(List.of("Live")));
        reader.run("window.notReloaded = true");

        reader.sync("/sync/batch", """
                {"sessions": [{"externalId": "ID", "title": "Renamed while open", "promptTokens": 1234, "completionTokens": 5}],
                 "messages": [
                   {"sessionExternalId": "ID", "externalId": "m3", "role": "tool", "parts": [{"type": "tool-result", "content": "built"}]},
                   {"sessionExternalId": "ID", "externalId": "m4", "role": "assistant", "textContent": "It is built"}]}""".replace("ID", id));

        await().untilAsserted(() -> {
            assertThat(reader.texts("#sessionTitle")).containsExactly("Renamed while open");
            reader.unfold();
            assertThat(reader.texts(".fold.tool")).singleElement().asString().contains("make", "built");
            assertThat(reader.texts(".msg .md")).containsExactly("Please begin", "It is built");
        });
        assertThat(reader.run("return window.notReloaded")).isEqualTo(true);
    }

    @Test
    void loadMoreShowsEveryMessageOnceAndInOrder() {
        String id = Synced.newId();
        List<String> texts = IntStream.rangeClosed(1, 250)
                .mapToObj(n -> "Message number " + n)
                .toList();
        reader.sync(
                "/sync/batch",
                "{\"sessions\": [{\"externalId\": \"ID\", \"title\": \"Long\"}], \"messages\": [".replace("ID", id)
                        + messages(id, texts) + "]}");
        reader.open(id);
        assertThat(reader.texts(".msg .md")).hasSizeGreaterThanOrEqualTo(100).startsWith("Message number 1");

        await().until(() -> {
            reader.run("const more = document.getElementById('more'); if (more) more.click()");
            return !reader.exists("#more");
        });

        assertThat(reader.texts(".msg .md")).containsExactlyElementsOf(texts);
    }

    private static String messages(String id, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(n -> "{\"sessionExternalId\": \"" + id + "\", \"externalId\": \"m" + n
                        + "\", \"role\": \"user\", \"textContent\": \"" + texts.get(n) + "\"}")
                .collect(Collectors.joining(","));
    }
}
