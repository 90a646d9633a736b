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
import org.openqa.selenium.By;

/** What the settings show of the reader's own, and deleting it. */
@SystemTest
@RequiresBrowser
class ProfileBrowserIT {

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;

    ProfileBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void usageIsThatOfAllTime() {
        UsageSessions.sync(reader);
        browser.go("/settings");
        browser.awaitText("Stored by source");

        assertThat(reader.texts("#usage .sessions strong")).containsExactly("4");
        assertThat(reader.texts("#storedTable tbody tr"))
                .hasSize(2)
                .first()
                .asString()
                .contains("Claude Code");
        assertThat(reader.texts("#usageProjects .name")).contains("shop", "blog");
        browser.screenshots("settings");
        assertThat(PageAudit.findings(browser)).isEmpty();
    }

    @Test
    void usageIsKeptUpToDateAndTheFormsStayGood() {
        browser.go("/settings");
        browser.awaitText("Live");
        browser.type("profileForm:name", "Ann Reader");
        for (int sessions = 1; sessions <= 3; sessions++) {
            String expected = String.valueOf(sessions);
            reader.sync("/sync/session", "{\"externalId\": \"" + Synced.newId() + "\", \"source\": \"pi\"}");
            await().until(() -> reader.texts("#usage .sessions strong").equals(List.of(expected)));
        }
        assertThat(reader.texts("#storedTable tbody tr"))
                .singleElement()
                .asString()
                .contains("Pi");

        browser.press("profileForm:rename");
        browser.awaitText("Your name is changed.");
        assertThat(reader.texts("#profileName")).containsExactly("Ann Reader");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nameAndAddressChange() {
        String email = Synced.newId() + "@example.org";
        browser.go("/settings");
        browser.type("profileForm:name", "Ann Reader");
        browser.press("profileForm:rename");
        browser.awaitText("Your name is changed.");
        assertThat(reader.texts("#profileName")).containsExactly("Ann Reader");

        browser.type("emailForm:email", email);
        browser.type("emailForm:emailPassword", "a wrong one");
        browser.press("emailForm:changeEmail");
        browser.awaitText("The current password is wrong.");
        browser.type("emailForm:email", email);
        browser.type("emailForm:emailPassword", "correct horse battery staple");
        browser.press("emailForm:changeEmail");
        browser.awaitText("Your e-mail address is changed.");

        assertThat(reader.texts("#profileEmail")).containsExactly(email);
        browser.driver().manage().deleteAllCookies();
        browser.go("/login");
        browser.type("loginForm:email", email);
        browser.type("loginForm:password", "correct horse battery staple");
        browser.press("loginForm:signIn");
        browser.awaitPath("/overview");
    }

    @Test
    void hiddenToolsAreNotOffered() {
        reader.sync("/sync/session", "{\"externalId\": \"a\", \"source\": \"cursor-sync\"}");
        reader.sync("/sync/session", "{\"externalId\": \"b\", \"source\": \"claude-code\"}");
        browser.go("/sessions");
        assertThat(reader.texts("#scopeSource option")).containsExactly("All", "Claude Code", "Cursor");

        browser.go("/settings");
        reader.find("#agentsForm input[value='cursor-sync']").click();
        browser.press("agentsForm:saveSources");
        await().ignoreExceptions()
                .until(() ->
                        !reader.find("#agentsForm input[value='cursor-sync']").isSelected());

        browser.go("/sessions");
        assertThat(reader.texts("#scopeSource option")).containsExactly("All", "Claude Code");
        browser.go("/sessions?source=cursor-sync");
        assertThat(reader.texts("#scopeSource option")).contains("Cursor");
        try (Reader other = Reader.signUp(server)) {
            other.sync("/sync/session", "{\"externalId\": \"a\", \"source\": \"cursor-sync\"}");
            other.browser().go("/sessions");
            assertThat(other.texts("#scopeSource option")).contains("Cursor");
        }
    }

    @Test
    void deletingAsksToTypeAndCountsWhatIsGone() {
        for (int i = 0; i < 3; i++) {
            reader.sync(
                    "/sync/message",
                    "{\"sessionExternalId\": \"s" + i
                            + "\", \"externalId\": \"m\", \"role\": \"user\", \"textContent\": \"x\"}");
        }
        browser.go("/settings");
        browser.press("eraseSessions");
        browser.awaitText("Delete all synced data?");
        assertThat(browser.driver()
                        .findElement(By.id("eraseSessionsForm:confirm"))
                        .isEnabled())
                .isFalse();
        browser.screenshots("settings-delete");
        browser.type("eraseSessionsForm:phrase", "delete data");
        browser.press("eraseSessionsForm:confirm");

        browser.awaitText("Everything is deleted");
        await().untilAsserted(() -> assertThat(count("sessions")).containsExactly("3"));
        assertThat(count("messages")).containsExactly("3");
        assertThat(reader.api().get("/api/sessions").json().get("sessions")).isEmpty();
        browser.screenshots("settings-deleted");
        assertThat(PageAudit.findings(browser)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private List<String> count(String key) {
        return reader.texts("[data-count='" + key + "']");
    }
}
