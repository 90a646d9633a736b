package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Taking test cases along from the page of evals: the look before, the file, and what to do with it. */
@SystemTest
@RequiresBrowser
class EvalExportBrowserIT {

    private final Reader reader;

    EvalExportBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void exportShowsWhatItWillWrite() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");
        reader.browser()
                .driver()
                .findElement(By.xpath("//tbody[@id='evals']/tr[.//a[.='One']]//input"))
                .click();

        reader.browser().press("export");
        awaitTexts("#previewCases", texts -> assertThat(texts).containsExactly("2"));
        awaitTexts(
                "#previewText",
                texts -> assertThat(texts)
                        .singleElement()
                        .asString()
                        .contains("Preheat the oven", "actual_output")
                        .doesNotContain("Count the till"));
        reader.browser().screenshots("evals-export");

        reader.find("#whichAll").click();
        awaitTexts("#previewCases", texts -> assertThat(texts).containsExactly("3"));
        reader.find("#format option[value='promptfoo']").click();
        awaitTexts(
                "#previewText",
                texts -> assertThat(texts).singleElement().asString().contains("\"vars\""));
        reader.find("#turnMode option[value='full']").click();
        awaitTexts("#previewCases", texts -> assertThat(texts).containsExactly("2"));
        reader.find("#minMessageLength").sendKeys(Keys.chord(Keys.CONTROL, "a"), "5000");
        awaitTexts("#previewNothing", texts -> assertThat(texts).hasSize(1));
        assertThat(reader.find("#exportForm\\:download").isEnabled()).isFalse();
    }

    @Test
    void untickedTestCasesAreNotInThePreview() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");
        reader.browser().press("export");
        awaitTexts("#previewCases", texts -> assertThat(texts).containsExactly("3"));

        reader.find("#exportForm details.cases summary").click();
        awaitTexts("#exportCases .q", texts -> assertThat(texts).hasSize(3));
        reader.find("#exportCases input").click();

        awaitTexts("#previewCases", texts -> assertThat(texts).containsExactly("2"));
        reader.find("#turnMode option[value='full']").click();
        awaitTexts("#exportCases .q", texts -> assertThat(texts).hasSize(2));
        awaitTexts("#previewCases", texts -> assertThat(texts).containsExactly("2"));
    }

    @Test
    void fileIsStoredAndWhatComesNextIsShown() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");
        reader.browser().press("export");
        awaitTexts("#previewCases", texts -> assertThat(texts).containsExactly("3"));

        assertThat(file("deepeval", ""))
                .contains("\"input\": \"Preheat the oven\"")
                .contains("claude-opus-4-5");
        assertThat(file("openai", "&hosted=true").lines()).hasSize(3).allMatch(line -> line.startsWith("{\"item\":"));
        reader.browser().driver().executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "deny"));
        reader.browser().press("exportForm:download");

        awaitTexts("#whatsNext h2", texts -> assertThat(texts).containsExactly("What's next"));
        assertThat(reader.find("#whatsNext").getText()).contains("opensync-deepeval-");
        reader.browser().screenshots("evals-next");
        reader.browser().go("/evals");
        await().until(() -> reader.find("#whatsNext").isDisplayed());
        reader.browser().press("nextClose");
        reader.browser().go("/evals");
        assertThat(reader.find("#whatsNext").isDisplayed()).isFalse();
    }

    /** What the form of the export answers for all that is marked. */
    private String file(String format, String further) {
        return String.valueOf(reader.browser().driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const form = document.getElementById("exportForm");
                const body = new URLSearchParams(new FormData(form));
                body.set("which", "all");
                body.set("format", arguments[0]);
                for (const [name, value] of new URLSearchParams(arguments[1])) body.set(name, value);
                body.set("exportForm:download", "x");
                fetch(form.action, { method: "POST", body }).then(answer => answer.text()).then(done);
                """, format, further));
    }

    private void awaitTexts(String css, ThrowingConsumer<List<String>> holds) {
        await().ignoreExceptions().untilAsserted(() -> holds.accept(reader.texts(css)));
    }
}
