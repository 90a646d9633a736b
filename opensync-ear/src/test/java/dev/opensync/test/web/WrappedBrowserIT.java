package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last day and the last year as a picture. */
@SystemTest
@RequiresBrowser
class WrappedBrowserIT {

    private static final int DESIGNS = 10;

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;

    WrappedBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void theDayAndTheYearCountWhatBeganInThem() {
        sync(Duration.ofHours(1), "claude-sonnet-4", 1_200_000, 300_000);
        sync(Duration.ofHours(25), "gpt-5", 100, 50);
        sync(Duration.ofDays(400), "gpt-4", 7, 7);

        browser.go("/wrapped");
        browser.awaitText("Last 24 hours");
        assertThat(reader.texts("#wrappedFigures dd"))
                .containsExactly(
                        "1,500,000",
                        "1,200,000",
                        "300,000",
                        "1",
                        "1",
                        "$2.50",
                        "1m 0s",
                        "claude-sonnet-4",
                        "anthropic");
        assertThat(picture("day", 0)).startsWith("675x1200");
        browser.screenshots("wrapped");
        assertThat(PageAudit.findings(browser)).isEmpty();

        browser.go("/wrapped?period=year");
        browser.awaitText("Last year");
        assertThat(reader.texts("#wrappedFigures dd").subList(0, 4))
                .containsExactly("1,500,150", "1,200,100", "300,050", "2");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void eachDesignIsAnotherPicture() {
        sync(Duration.ofHours(1), "claude-sonnet-4", 12_345, 678);
        sync(Duration.ofHours(2), "gpt-5", 5_000, 500);
        browser.go("/wrapped");
        browser.awaitText("Design");

        List<String> pictures = new ArrayList<>();
        for (int design = 0; design < DESIGNS; design++) {
            pictures.add(picture("day", design));
            browser.go("/wrapped?design=" + design);
            browser.screenshot("wrapped-design-" + design);
        }
        assertThat(pictures).hasSize(DESIGNS).doesNotHaveDuplicates();
    }

    @Test
    void whoDidNothingIsToldSo() {
        try (Reader other = Reader.signUp(server)) {
            other.sync("/sync/session", "{\"externalId\": \"a\", \"model\": \"gpt-5\"}");
        }
        browser.go("/wrapped");
        browser.awaitText("No activity yet");
        assertThat(reader.exists("#wrappedPicture")).isFalse();
    }

    /** Its size and what tells it from others. */
    private String picture(String period, int design) {
        return String.valueOf(reader.run("""
                const given = arguments;
                return (async () => {
                  const answer = await fetch(`wrapped-picture?period=${given[0]}&design=${given[1]}`);
                  const bytes = await answer.arrayBuffer();
                  const image = await createImageBitmap(new Blob([bytes], { type: answer.headers.get('Content-Type') }));
                  const hash = await crypto.subtle.digest('SHA-256', bytes);
                  return `${image.width}x${image.height} ${[...new Uint8Array(hash)].join('.')}`;
                })()""", period, design));
    }

    private void sync(Duration ago, String model, long prompt, long completion) {
        String id = Synced.newId();
        reader.sync("/sync/batch", """
                {"sessions": [{"externalId": "%s", "model": "%s", "promptTokens": %d, "completionTokens": %d, "cost": 2.5,
                  "durationMs": 60000, "createdAt": "%s"}],
                 "messages": [{"sessionExternalId": "%s", "externalId": "m", "role": "user", "textContent": "hello"}]}
                """.formatted(
                        id, model, prompt, completion, Instant.now().minus(ago), id));
    }
}
