package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Administrators at work on the people page. */
@SystemTest
@RequiresBrowser
class PeopleBrowserIT {

    private static final String MEMBER = "member@example.org";

    private final TestServer server;

    PeopleBrowserIT(TestServer server) {
        this.server = server;
        server.member();
    }

    @Test
    void changingARoleAsksFirst() {
        try (Browser browser = Browser.open(server.baseUrl())) {
            browser.go("/admin/accounts");
            browser.type("loginForm:email", TestServer.ADMIN_EMAIL);
            browser.type("loginForm:password", TestServer.ADMIN_PASSWORD);
            browser.press("loginForm:signIn");
            browser.awaitPath("/admin/accounts");

            press(browser);
            browser.awaitText("Make this person an administrator?");
            browser.screenshots("people-confirm");
            browser.press("confirmForm:confirmNo");
            browser.go("/admin/accounts");
            assertThat(row(browser)).contains("Make administrator");

            press(browser);
            browser.awaitText("Make this person an administrator?");
            browser.press("confirmForm:confirmYes");
            browser.awaitText("Make member");
            assertThat(row(browser)).contains("Make member");

            press(browser);
            browser.awaitText("Make this person a member?");
            browser.press("confirmForm:confirmYes");
            browser.awaitText("Make administrator");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void press(Browser browser) {
        browser.driver()
                .findElement(By.xpath("//tr[contains(., '" + MEMBER + "')]//button"))
                .click();
    }

    private static String row(Browser browser) {
        return browser.driver()
                .findElement(By.xpath("//tr[contains(., '" + MEMBER + "')]"))
                .getText();
    }
}
