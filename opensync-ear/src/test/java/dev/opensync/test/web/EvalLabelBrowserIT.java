package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the owner of a session says of it as a test case, while reading it. */
@SystemTest
@RequiresBrowser
class EvalLabelBrowserIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

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

        await().atMost(LIMIT).until(() -> reader.exists("#evalDetails[open]"));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(reader.texts("#qualifies li"))
                        .anyMatch(check -> check.startsWith("A prompt and an answer"))
                        .anyMatch(check -> check.startsWith("Nothing sensitive found"))
                        .anyMatch(check -> check.startsWith("1 test case")));
        reader.browser().screenshots("session-evals");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();

        reader.browser().press("evalForm:evalToggle");
        await().atMost(LIMIT).until(() -> !reader.exists("#evalDetails"));
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
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(reader.texts("#evalDetails > summary .chip"))
                        .containsExactly("★ Golden", "nightly", "till"));
        reader.open("a");
        reader.find("#evalDetails > summary").click();
        assertThat(value("#labelExpected")).isEqualTo("Hot & ready");
        assertThat(value("#labelNotes")).isEqualTo("Short <and> right");
        assertThat(value("#labelTags")).isEqualTo("nightly, till");
        reader.browser().go("/sessions");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(reader.texts("#sessions .mark"))
                        .containsExactly("Evals", "★ Golden", "nightly", "till"));
        reader.browser().go("/evals");
        await().atMost(LIMIT)
                .untilAsserted(
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
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(reader.texts("#labelKnownTags li:not([hidden])"))
                        .isEqualTo(List.of("nightly")));
        reader.find("#labelKnownTags [data-tag=nightly]").click();

        assertThat(value("#labelTags")).isEqualTo("own, nightly, ");
        reader.browser().press("labelForm:save");
        awaitToast("Saved");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(reader.texts("#evalDetails > summary .chip"))
                        .containsExactlyInAnyOrder("own", "nightly"));
    }

    @Test
    void whatIsTypedSurvivesNewMessages() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        reader.open("a");
        await().atMost(LIMIT).until(() -> reader.texts("#live").equals(List.of("Live")));
        reader.find("#evalDetails > summary").click();
        reader.find("#labelNotes").sendKeys("Half a sentence");

        MarkedSessions.sync(reader, "a", "Oven", "Preheat the oven", "It is hot now.", "Another prompt");

        reader.browser().awaitText("Another prompt");
        assertThat(value("#labelNotes")).isEqualTo("Half a sentence");
    }

    private String value(String css) {
        return String.valueOf(reader.run("return document.querySelector(arguments[0]).value", css));
    }

    private void awaitToast(String text) {
        await().atMost(LIMIT).until(() -> reader.texts(".toast").contains(text));
    }
}
