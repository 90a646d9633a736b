package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What somebody may see who has no account, or is not signed in. */
@SystemTest
@RequiresBrowser
class VisitorsBrowserIT {

    private final TestServer server;

    VisitorsBrowserIT(TestServer server) {
        this.server = server;
    }

    @Test
    void homePageSaysWhatThisIsAndLeadsIn() {
        try (Browser visitor = Browser.open(server.baseUrl())) {
            visitor.go("/");
            visitor.awaitText("Your coding sessions, kept and found again");
            assertThat(visitor.path()).isEqualTo("/");
            visitor.awaitText("Claude Code");
            visitor.awaitText("All of it is kept on this server.");
            assertThat(PageAudit.findings(visitor)).isEmpty();
            visitor.wholeScreenshots("every-home");

            visitor.press("toDocs");
            visitor.awaitPath("/docs");
            visitor.awaitText("Connecting plugins");
            visitor.press("signInDoor");
            visitor.awaitPath("/login");
            visitor.wholeScreenshots("every-login");
            assertThat(PageAudit.findings(visitor)).isEmpty();
            visitor.go("/");
            visitor.press("toSignIn");
            visitor.awaitPath("/login");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void docsAreReadAndSearchedWithoutAnAccount() {
        try (Browser visitor = Browser.open(server.baseUrl())) {
            visitor.go("/docs?page=api");
            visitor.awaitText("The HTTP interface");
            visitor.awaitText("BASE=" + server.baseUrl());
            assertThat(PageAudit.findings(visitor)).isEmpty();
            visitor.wholeScreenshots("every-docs-visitor");
            visitor.type("docsFind", "who sees my");
            visitor.awaitText("Who sees my sessions");
            visitor.driver()
                    .findElement(By.cssSelector("#docsBest [role=option]"))
                    .click();
            visitor.awaitText("Questions and answers");
            visitor.type("docsFind", "ETag caching");
            visitor.driver().switchTo().activeElement().submit();
            visitor.awaitText("Common to all");
            visitor.go("/api-reference");
            visitor.awaitText("/sync/batch");
            visitor.wholeScreenshots("every-api-reference-visitor");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void nothingElseIsOpen() {
        PageClient visitor = server.visitor();
        assertThat(visitor.get("/docs-markdown?page=api").text()).contains("The HTTP interface");
        for (String page :
                List.of("/overview", "/usage", "/settings", "/docs/../settings", "/index.xhtml/../overview")) {
            assertThat(visitor.get(page).address().getPath()).as(page).isEqualTo("/login");
        }
    }

    @Test
    void whoIsSignedInFindsTheWayOnFromTheHomePage() {
        try (Reader reader = Reader.signUp(server)) {
            Browser browser = reader.browser();
            browser.go("/");
            assertThat(reader.exists("#toSignIn")).isFalse();
            browser.wholeScreenshots("every-home-signed-in");
            browser.press("toOverview");
            browser.awaitPath("/overview");
            assertThat(reader.texts(".rail .foot").get(0)).matches("OpenSync \\d.*");

            browser.go("/");
            browser.press("signOutForm:signOut");
            browser.awaitPath("/login");
        }
    }
}
