package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The bell in the header and the page behind it. */
@SystemTest
@RequiresBrowser
class NotificationsBrowserIT {

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;

    NotificationsBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void theBellCountsWhatIsNewUntilItIsLookedAt() {
        Reader.makeKey(browser, "Tests");
        Reader.makeKey(browser, "Laptop");
        browser.go("/overview");
        assertThat(reader.texts("#unread")).containsExactly("2");

        browser.press("bell");
        await().untilAsserted(() -> assertThat(reader.texts("#bellItems .told p"))
                .containsExactly("API key created Laptop", "API key created Tests"));
        assertThat(reader.texts("#unread")).containsExactly("");
        browser.screenshots("bell");
        assertThat(PageAudit.findings(browser)).isEmpty();
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        await().untilAsserted(() ->
                assertThat(reader.find("#bellItems").isDisplayed()).isFalse());

        browser.go("/overview");
        assertThat(reader.texts("#unread")).containsExactly("");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void thePageTellsTheReadersOwnOnly() {
        try (Reader other = Reader.signUp(server)) {
            Reader.makeKey(other.browser(), "Of another");
        }
        Reader.makeKey(browser, "Tests");
        browser.go("/notifications");

        assertThat(reader.texts("#notifications p")).containsExactly("API key created Tests");
        assertThat(reader.texts("#notifications .chip")).containsExactly("new");
        browser.screenshots("notifications");
        assertThat(PageAudit.findings(browser)).isEmpty();
        browser.go("/notifications");
        assertThat(reader.texts("#notifications p")).hasSize(1);
        assertThat(reader.texts("#notifications .chip")).isEmpty();
    }

    @Test
    void exportOfOneSessionIsTold() {
        reader.show("{\"role\": \"user\", \"textContent\": \"hello\"}");
        reader.find("#exportMenu summary").click();
        reader.find("#downloadMarkdown").click();
        await().untilAsserted(() -> assertThat(reader.texts(".toast")).containsExactly("Download started"));
        await().untilAsserted(() -> {
            browser.go("/notifications");
            assertThat(reader.texts("#notifications p").get(0)).isEqualTo("Session exported Shapes");
        });
        reader.find("#notifications a").click();
        browser.awaitPath("/session");
    }

    @Test
    void deletionIsTold() {
        reader.show("{\"role\": \"user\", \"textContent\": \"hello\"}");
        reader.find("#moreMenu summary").click();
        browser.press("delete");
        browser.press("deleteForm:confirm");
        browser.awaitPath("/sessions");
        await().until(() -> reader.texts(".toast").equals(List.of("Session deleted")));

        browser.go("/notifications");
        assertThat(reader.texts("#notifications p").get(0)).isEqualTo("Session deleted Shapes");
    }

    @Test
    void keysAreToldAtOnce() {
        Reader.makeKey(browser, "Laptop");
        await().until(() -> reader.texts(".toast").contains("API key created"));
    }

    @Test
    void sharingIsTold() {
        String id = reader.show("{\"role\": \"user\", \"textContent\": \"hello\"}");
        browser.go(
                "/share?id=" + Synced.read(reader.api(), id).session().get("id").asText());
        browser.press("shareForm:share");
        browser.awaitText("This session is public");
        await().until(() -> reader.texts(".toast").equals(List.of("Session shared")));
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("told");

        browser.go("/notifications");
        assertThat(reader.texts("#notifications p").get(0)).isEqualTo("Session shared Shapes");
        reader.find("#notifications a").click();
        browser.awaitPath("/session");
    }
}
