package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.interactions.Actions;

/** The sessions on a line of time. */
@SystemTest
@RequiresBrowser
class SessionTimelineBrowserIT {

    private final Reader reader;

    SessionTimelineBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void sessionsStandOnTheTrackOfTheirProjectInTheOrderOfTime() {
        reader.sync("/sync/batch", """
            {"sessions": [
              {"externalId": "a", "title": "First", "projectName": "shop", "createdAt": "2024-01-01T00:00:00Z", "durationMs": 43200000},
              {"externalId": "b", "title": "Beside", "projectName": "bakery", "createdAt": "2024-01-02T00:00:00Z"},
              {"externalId": "c", "title": "Last", "projectName": "shop", "createdAt": "2024-01-05T00:00:00Z"},
              {"externalId": "d", "title": "Nowhere", "createdAt": "2024-01-03T00:00:00Z"}], "messages": []}
            """);
        reader.browser().go("/sessions?source=opencode");

        reader.browser().press("timelineSwitch");
        await().until(() -> reader.exists("#timeline"));

        assertThat(reader.browser().driver().getCurrentUrl()).endsWith("/sessions?source=opencode&view=timeline");
        assertThat(reader.texts(".timeline-name")).containsExactly("shop", "Other", "bakery");
        assertThat(reader.texts(".timeline-track:nth-of-type(2) .clip")).containsExactly("First", "Last");
        assertThat(left("First")).isLessThan(left("Beside"));
        assertThat(left("Beside")).isLessThan(left("Nowhere"));
        assertThat(left("Nowhere")).isLessThan(left("Last"));
        assertThat(reader.texts(".timeline-mark")).hasSize(5);
        assertThat(PageAudit.findings(reader.browser())).isEmpty();
        reader.browser().screenshots("sessions-timeline");

        double before = left("Last") - left("First");
        reader.find("[data-zoom=in]").click();
        await().until(() -> left("Last") - left("First") > 1.8 * before);

        reader.find("[data-zoom=in]").click();
        assertThat(reader.texts("#zoom")).containsExactly("4×");
        long scrolled = scrolled();
        new Actions(reader.browser().driver())
                .moveToElement(reader.find("#timelineScroll"))
                .clickAndHold()
                .moveByOffset(150, 0)
                .release()
                .perform();
        await().until(() -> scrolled() == scrolled - 150);

        reader.find("[data-zoom=out]").click();
        reader.find("[data-zoom=out]").click();
        reader.find(".clip[title^=Last]").click();
        reader.browser().awaitPath("/session");
    }

    private long scrolled() {
        return ((Number) reader.run("return Math.round(document.getElementById('timelineScroll').scrollLeft)"))
                .longValue();
    }

    private double left(String title) {
        return ((Number) reader.run(
                        "return document.querySelector(arguments[0]).getBoundingClientRect().left",
                        ".clip[title^=" + title + "]"))
                .doubleValue();
    }
}
