package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the owner of a session says of it as a test case, while reading it. */
@SystemTest
@RequiresBrowser
class EvalLabelBrowserIT {

    private final Reader reader;

    EvalLabelBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void markingOpensWhatCanBeSaid() {
        MarkedSessions.sync(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        reader.open("a");
        assertThat(reader.exists("#evalDetails")).isFalse();

        reader.browser().press("evalForm:evalToggle");

        await().until(() -> reader.exists("#evalDetails[open]"));
        await().untilAsserted(() -> assertThat(reader.texts("#qualifies li"))
                .anyMatch(check -> check.startsWith("A prompt and an answer"))
                .anyMatch(check -> check.startsWith("Nothing sensitive found"))
                .anyMatch(check -> check.startsWith("1 test case")));
        reader.browser().screenshots("session-evals");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();

        reader.browser().press("evalForm:evalToggle");
        await().until(() -> !reader.exists("#evalDetails"));
    }

    @Test
    void whatIsSaidStaysAndShowsInTheLists() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        reader.open("a");
        reader.find("#evalDetails > summary").click();

        reader.find("#labelStatus option[value='golden']").click();
        reader.find("#labelTags").sendKeys("nightly, till");
        reader.find("#labelExpected").sendKeys("Hot & ready");
        reader.find("#labelNotes").sendKeys("Short <and> right");
        reader.browser().press("labelForm:save");

        awaitToast("Saved");
        await().untilAsserted(() -> assertThat(reader.texts("#evalDetails > summary .chip"))
                .containsExactly("★ Golden", "nightly", "till"));
        reader.open("a");
        reader.find("#evalDetails > summary").click();
        assertThat(value("#labelExpected")).isEqualTo("Hot & ready");
        assertThat(value("#labelNotes")).isEqualTo("Short <and> right");
        assertThat(value("#labelTags")).isEqualTo("nightly, till");
        reader.browser().go("/sessions");
        await().untilAsserted(() ->
                assertThat(reader.texts("#sessions .mark")).containsExactly("Evals", "★ Golden", "nightly", "till"));
        reader.browser().go("/evals");
        await().untilAsserted(
                        () -> assertThat(reader.texts("#evals .tags .chip")).containsExactly("nightly", "till"));
    }

    @Test
    void tagsInUseAreOffered() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        reader.open("a");
        reader.find("#evalDetails > summary").click();
        reader.find("#labelTags").sendKeys("nightly, till");
        reader.browser().press("labelForm:save");
        awaitToast("Saved");
        MarkedSessions.mark(reader, "b", "Till", "Count the till", "12 coins.");
        reader.open("b");
        reader.find("#evalDetails > summary").click();

        reader.find("#labelTags").sendKeys("own, NIG");
        await().untilAsserted(() ->
                assertThat(reader.texts("#labelKnownTags li:not([hidden])")).isEqualTo(List.of("nightly")));
        reader.find("#labelKnownTags [data-tag=nightly]").click();

        assertThat(value("#labelTags")).isEqualTo("own, nightly, ");
        reader.browser().press("labelForm:save");
        awaitToast("Saved");
        await().untilAsserted(() ->
                assertThat(reader.texts("#evalDetails > summary .chip")).containsExactlyInAnyOrder("own", "nightly"));
    }

    @Test
    void whatIsTypedSurvivesNewMessages() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        reader.open("a");
        await().until(() -> reader.texts("#live").equals(List.of("Live")));
        reader.find("#evalDetails > summary").click();
        reader.find("#labelNotes").sendKeys("Half a sentence");

        MarkedSessions.sync(reader, "a", "Oven", "Preheat the oven", "It is hot now.", "Another prompt");

        reader.browser().awaitText("Another prompt");
        assertThat(value("#labelNotes")).isEqualTo("Half a sentence");
    }

    @Test
    void everySaveOfAnOpenPageIsKept() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        reader.open("a");
        reader.find("#evalDetails > summary").click();

        for (String status : List.of("golden", "incorrect")) {
            reader.run("document.getElementById('toasts').replaceChildren()");
            reader.find("#labelStatus option[value='" + status + "']").click();
            reader.find("#labelNotes").sendKeys(" " + status);
            reader.browser().press("labelForm:save");
            awaitToast("Saved");
            await().until(() -> reader.exists("#evalStatusMark." + status));
        }

        JsonNode marks = reader.api().get("/api/sessions/a/eval-ready").json().get("session");
        assertThat(marks.get("evalStatus").asText()).isEqualTo("incorrect");
        assertThat(marks.get("evalNotes").asText()).isEqualTo("golden incorrect");
        assertThat(reader.browser().complaints()).isEmpty();
    }

    @Test
    void openPageShowsWhatIsSaidElsewhereOnceAndAgain() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        reader.open("a");
        await().until(() -> reader.texts("#live").equals(List.of("Live")));
        reader.find("#evalDetails > summary").click();

        say("{\"evalStatus\": \"golden\", \"evalTags\": [\"till\"]}");
        awaitMarks("★ Golden", "till");
        say("{\"evalStatus\": \"incorrect\", \"evalTags\": [\"bread\"], \"evalNotes\": \"Burnt\"}");
        awaitMarks("✕ Incorrect", "bread");

        assertThat(value("#labelStatus")).isEqualTo("incorrect");
        assertThat(value("#labelTags")).isEqualTo("bread");
        assertThat(value("#labelNotes")).isEqualTo("Burnt");
        reader.find("#labelNotes").sendKeys(" black");
        say("{\"evalStatus\": \"correct\", \"evalNotes\": \"Fine\"}");
        awaitMarks("✓ Correct", "bread");
        assertThat(value("#labelNotes")).isEqualTo("Burnt black");
        assertThat(reader.browser().complaints()).isEmpty();
    }

    @Test
    void openListShowsWhatIsSaidElsewhere() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        reader.browser().go("/sessions");
        await().until(() -> reader.texts("#live").equals(List.of("Live")));

        for (String tag : List.of("till", "bread")) {
            say("{\"evalTags\": [\"" + tag + "\"]}");
            await().untilAsserted(
                            () -> assertThat(reader.texts("#sessions .mark")).containsExactly("Evals", tag));
        }
    }

    private void say(String marks) {
        ApiResponse answer =
                reader.api().send("PATCH", "/api/sessions/a/eval-ready", BodyPublishers.ofString(marks), Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void awaitMarks(String... marks) {
        await().untilAsserted(() ->
                assertThat(reader.texts("#evalDetails > summary .chip")).containsExactly(marks));
    }

    private String value(String css) {
        return String.valueOf(reader.run("return document.querySelector(arguments[0]).value", css));
    }

    private void awaitToast(String text) {
        await().until(() -> reader.texts(".toast").contains(text));
    }
}
