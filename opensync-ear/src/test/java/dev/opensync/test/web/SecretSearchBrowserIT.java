package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.opensync.harness.Browser;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sharing a session of several thousand messages, which is looked through for secrets while its owner reads the preview. */
@SystemTest
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretSearchBrowserIT {

    private static final int MESSAGES = 3_500;
    private static final int EARLY = 500;
    private static final int BATCH = 500;
    private static final String KEY = "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

    /** The page asks for a further stretch as often as the test allows it, so that both have time to look. */
    private static final String GATE = """
            window.allowed = 0;
            const send = window.fetch;
            window.fetch = async (address, options) => {
              if (String(address).includes("/share-secrets?")) {
                while (window.allowed < 1) await new Promise((done) => setTimeout(done, 20));
                window.allowed--;
              }
              return send(address, options);
            };
            """;

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;
    private String page = "";

    SecretSearchBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @BeforeAll
    void sync() {
        String externalId = Synced.newId();
        for (int first = 1; first <= MESSAGES; first += BATCH) {
            reader.sync(
                    "/sync/batch",
                    IntStream.range(first, first + BATCH)
                            .mapToObj(number -> message(externalId, number))
                            .collect(Collectors.joining(
                                    ",",
                                    "{\"sessions\": [{\"externalId\": \"" + externalId
                                            + "\", \"title\": \"Long way\"}], \"messages\": [",
                                    "]}")));
        }
        page = "/share?id="
                + Synced.read(reader.api(), externalId).session().get("id").asText();
    }

    private static String message(String externalId, int number) {
        String text = number == EARLY || number == MESSAGES ? "The key is " + KEY : "Step number " + number;
        return "{\"sessionExternalId\": \"" + externalId + "\", \"externalId\": \"m" + number
                + "\", \"role\": \"user\", \"textContent\": \"" + text + "\"}";
    }

    @AfterEach
    void letThrough() {
        block(List.of());
    }

    @AfterAll
    void close() {
        reader.close();
    }

    @Test
    void pageIsThereBeforeTheSearchHasEnded() {
        Object gate = browser.driver()
                .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", GATE))
                .get("identifier");
        try {
            browser.go(page);
            browser.awaitText("Step number 100");
            assertThat(reader.texts("#secretsTold h2")).contains("Looking for secrets…");
            assertThat(reader.texts("#secretsTold p").get(0)).isEqualTo("0 of 3,500 messages looked through");
            assertThat(reader.find("#secrets").isDisplayed()).isFalse();

            reader.find("#sharePassword").sendKeys("open");
            allow(1);
            browser.awaitText("1,000 of 3,500 messages looked through · found so far: 1");
            assertThat(reader.texts("#secretsTable tr")).hasSize(1);
            assertThat(PageAudit.findings(browser)).isEmpty();
            browser.screenshots("share-searching");
            assertThat(reader.find("#secrets").isDisplayed()).isFalse();

            Number before = top("#sharePassword");
            allow(9);
            browser.awaitText("2 secrets were found");
            assertThat(top("#sharePassword").doubleValue()).isCloseTo(before.doubleValue(), within(1d));
            assertThat(reader.run("return document.activeElement.id")).isEqualTo("sharePassword");
            assertThat(reader.run("return document.getElementById('secretsSaid').textContent"))
                    .isEqualTo("2 secrets were found");
            assertThat(reader.texts("#secretsTable tr"))
                    .satisfiesExactly(
                            early -> assertThat(early).contains("ghp_…", "message 500"),
                            last -> assertThat(last).contains("ghp_…", "message 3500"));
            assertThat(reader.find("#secrets").isDisplayed()).isTrue();
            assertThat(PageAudit.findings(browser)).isEmpty();
            reader.run("scrollTo(0, 0)");
            browser.screenshots("share-searched");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            browser.driver().executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", gate));
        }

        reader.find("#sharePassword").clear();
        assertThat(endOfThePublicPage()).contains("The key is [redacted]").doesNotContain(KEY);
    }

    @Test
    void interruptedSearchKeepsSecretsHiddenAndGoesOn() {
        block(List.of("*/share-secrets*"));
        browser.go(page);
        browser.awaitText("The search for secrets was interrupted");
        assertThat(reader.find("#secretsTold").isDisplayed()).isFalse();
        assertThat(reader.find("#secrets").isDisplayed()).isFalse();
        assertThat(PageAudit.findings(browser)).isEmpty();
        browser.screenshots("share-interrupted");

        block(List.of());
        browser.press("lookAgain");
        browser.awaitText("2 secrets were found");
        assertThat(reader.find("#secretsFailed").isDisplayed()).isFalse();
        assertThat(reader.run("return document.activeElement.id")).isEqualTo("shareSecrets");
        browser.press("secrets");

        assertThat(endOfThePublicPage()).contains("The key is " + KEY);
    }

    @Test
    void withoutScriptsTheSearchIsALinkAway() {
        browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.go(page);
            browser.awaitText("Not searched for secrets");
            assertThat(reader.find(".looking").isDisplayed()).isFalse();
            browser.screenshot("share-without-scripts");
            browser.press("lookFirst");
            browser.awaitText("2 secrets were found");
            assertThat(reader.find("#secrets").isDisplayed()).isTrue();
        } finally {
            browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    /** Once the session in view is shared. */
    private String endOfThePublicPage() {
        String before = String.join("", reader.texts("#shareLink"));
        browser.press("shareForm:share");
        await().ignoreExceptions()
                .until(() -> !reader.texts("#shareLink").get(0).equals(before));
        String link = URI.create(reader.texts("#shareLink").get(0)).getPath();
        return server.visitor().get(link + "?at=end").text();
    }

    private void allow(int stretches) {
        reader.run("window.allowed = arguments[0]", stretches);
    }

    private Number top(String css) {
        return (Number) reader.run("return document.querySelector(arguments[0]).getBoundingClientRect().top", css);
    }

    private void block(List<String> addresses) {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", addresses));
    }
}
