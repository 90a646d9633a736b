package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    void buildingAnewAsksFirstAndEndsComplete() throws SQLException {
        long before = lastStart();
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
            await().until(() -> lastStart() > before && unfinished() == 0);

            browser.awaitText("Complete");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** What the page says in between may have passed before anybody looks. */
    private long lastStart() throws SQLException {
        return number("SELECT MAX(rebuild_started_ms) FROM search_index");
    }

    private long unfinished() throws SQLException {
        return number("SELECT COUNT(*) FROM search_index WHERE rebuild_after IS NOT NULL");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
