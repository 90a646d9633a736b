package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Test cases kept as they were: making versions, taking them along again, comparing and deleting them. */
@SystemTest
@RequiresBrowser
class DatasetsBrowserIT {

    private static final String VERSIONS = ".dataset tbody tr td:first-child b";

    private final TestServer server;
    private final Reader reader;

    DatasetsBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void emptyPageLeadsToTheEvals() {
        reader.browser().go("/datasets");

        reader.browser().awaitText("No datasets yet");
        reader.find("#noDatasets a").click();
        reader.browser().awaitPath("/evals");
    }

    @Test
    void fromAGoodSessionToADataset() {
        MarkedSessions.sync(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        MarkedSessions.sync(reader, "b", "Till", "Count the till", "It holds 12 coins.");
        reader.open("a");

        reader.browser().press("evalForm:evalToggle");
        await().until(() -> reader.exists("#evalDetails[open]"));
        reader.find("#labelStatus option[value='golden']").click();
        reader.browser().press("labelForm:save");
        await().until(() -> reader.texts(".toast").contains("Saved"));
        reader.find(".rail a[href*='/evals']").click();
        reader.browser().awaitPath("/evals");
        reader.browser().press("keep");
        reader.browser().type("datasetName", "nightly");
        reader.browser().press("datasetForm:keep");
        await().until(() -> reader.texts(".toast").contains("Kept as dataset"));
        reader.find("main a[href*='/datasets']").click();

        reader.browser().awaitPath("/datasets");
        awaitVersions("1");
        assertThat(file("1", "deepeval"))
                .contains("Preheat the oven", "It is hot now.", "\"eval_status\": \"golden\"")
                .doesNotContain("Count the till");
        assertThat(reader.browser().complaints()).isEmpty();
    }

    @Test
    void versionStaysAsItWasWhateverBecomesOfTheSession() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        keep("nightly");
        reader.browser().go("/datasets");
        awaitVersions("1");
        String before = file("1", "deepeval");
        assertThat(before).contains("Preheat the oven");

        MarkedSessions.mark(
                reader, "a", "Oven", "Preheat the oven", "It is burning now.", "Help!", "Water is on its way.");
        keep("nightly");
        reader.browser().go("/datasets");

        awaitVersions("2", "1");
        assertThat(file("1", "deepeval")).isEqualTo(before);
        assertThat(file("2", "deepeval")).contains("burning");
        reader.browser().screenshots("datasets");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();

        reader.find(".dataset form button").click();
        await().untilAsserted(() -> assertThat(reader.texts("#comparison .tally span"))
                .containsExactly("1 added", "0 removed", "1 changed", "0 unchanged"));
        reader.browser().screenshots("datasets-comparison");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();
        assertThat(reader.browser().complaints()).isEmpty();
    }

    @Test
    void singleTestCasesAreLeftOut() {
        MarkedSessions.markThree(reader);
        reader.browser().go("/evals");
        reader.browser().press("keep");
        reader.browser().type("datasetName", "chosen");
        reader.find("#datasetForm details.cases summary").click();
        await().untilAsserted(() -> assertThat(reader.texts("#datasetCases .q"))
                .containsExactlyInAnyOrder("Preheat the oven", "And the bread?", "Count the till"));
        reader.browser()
                .driver()
                .findElement(By.xpath("//div[@id='datasetCases']//label[span[.='And the bread?']]/input"))
                .click();
        assertThat(reader.texts("#datasetForm details.cases output")).containsExactly("1 left out");
        reader.browser().screenshots("dataset-cases");

        reader.browser().press("datasetForm:keep");
        await().until(() -> reader.texts(".toast").contains("Kept as dataset"));
        reader.browser().go("/datasets");

        awaitVersions("1");
        assertThat(file("1", "promptfoo"))
                .contains("Preheat the oven", "Count the till")
                .doesNotContain("And the bread?");
        assertThat(reader.browser().complaints()).isEmpty();
    }

    @Test
    void deletingAsksFirst() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        keep("nightly");
        reader.browser().go("/datasets");
        awaitVersions("1");

        reader.find("[data-delete]").click();
        reader.browser().awaitText("Delete this dataset?");
        reader.browser().press("deleteForm:confirm");

        reader.browser().awaitText("No datasets yet");
        reader.browser().go("/evals");
        await().untilAsserted(() -> assertThat(reader.texts("#evals td.name a")).containsExactly("Oven"));
    }

    @Test
    void nobodySeesDatasetsOfAnother() {
        MarkedSessions.mark(reader, "a", "Oven", "Preheat the oven", "It is hot now.");
        keep("nightly");
        reader.browser().go("/datasets");
        awaitVersions("1");
        String id = reader.find(".dataset").getAttribute("data-id");

        assertThat(server.member().pages().get("/datasets").text()).doesNotContain("nightly");
        assertThat(server.member()
                        .pages()
                        .get("/datasets?id=" + id + "&from=1&to=1")
                        .status())
                .isEqualTo(404);
        assertThat(server.member()
                        .pages()
                        .get("/dataset-file?version=1&format=deepeval&id=" + id)
                        .status())
                .isEqualTo(404);
    }

    private void keep(String name) {
        reader.browser().go("/evals");
        reader.browser().press("keep");
        reader.browser().type("datasetName", name);
        reader.browser().press("datasetForm:keep");
        await().until(() -> reader.texts(".toast").contains("Kept as dataset"));
    }

    private String file(String version, String format) {
        String address = reader.browser()
                .driver()
                .findElement(By.cssSelector("tr[data-version='" + version + "'] a[href$='=" + format + "']"))
                .getAttribute("href");
        return String.valueOf(reader.browser()
                .driver()
                .executeAsyncScript(
                        "const done = arguments[1];" + "fetch(arguments[0]).then(answer => answer.text()).then(done)",
                        address));
    }

    private void awaitVersions(String... versions) {
        await().untilAsserted(() -> assertThat(reader.texts(VERSIONS)).containsExactly(versions));
    }
}
