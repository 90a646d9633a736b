package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Test;

/** An administrator has the search index built anew. */
@SystemTest
@RequiresBrowser
class SearchIndexBrowserIT {

    private final TestServer server;

    SearchIndexBrowserIT(TestServer server) {
        this.server = server;
    }

    @Test
    void buildingAnewAsksFirstAndEndsComplete() {
        try (Browser browser = Browser.open(server.baseUrl())) {
            browser.go("/admin/search-index");
            browser.type("loginForm:email", TestServer.ADMIN_EMAIL);
            browser.type("loginForm:password", TestServer.ADMIN_PASSWORD);
            browser.press("loginForm:signIn");
            browser.awaitPath("/admin/search-index");
            browser.awaitText("Complete");

            browser.press("searchIndexForm:rebuild");
            browser.awaitText("Build the search index anew?");
            browser.screenshots("search-index-confirm");
            browser.press("confirmForm:confirmYes");
            browser.awaitText("About to be built anew");

            browser.awaitText("Complete");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
