package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The documentation in the console, and the description of the HTTP interface. */
@SystemTest
@RequiresBrowser
class DocsBrowserIT {

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;

    DocsBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void examplesNameThisServer() {
        browser.go("/docs?page=api");
        browser.awaitText("The HTTP interface");

        assertThat(reader.texts("#docText pre").get(0)).contains("BASE=" + server.baseUrl());
        browser.go("/docs?page=plugins");
        browser.awaitText("Connecting plugins");
        assertThat(reader.find("#docText").getText())
                .contains(server.baseUrl().toString())
                .doesNotContain("localhost:8080", "opensync.example.org");
        assertThat(reader.run("return (async () => (await (await fetch('docs-markdown?page=plugins')).text()))()"))
                .asString()
                .startsWith("# Connecting plugins")
                .contains(server.baseUrl().toString());
    }

    @Test
    void contentsLeadToTheirPart() {
        browser.go("/docs?page=api");
        browser.awaitText("On this page");
        String section = reader.texts("#toc a").get(1);

        browser.driver().findElement(By.linkText(section)).click();

        await().untilAsserted(() -> assertThat(reader.run(
                        "return document.getElementById(decodeURIComponent(location.hash.slice(1))).textContent"))
                .isEqualTo(section));
        browser.screenshots("docs");
        assertThat(PageAudit.findings(browser)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyLinkWithinTheDocsLeadsSomewhere() {
        browser.go("/docs");
        for (String page : reader.texts("#docsPages a")
                .subList(0, reader.texts("#docsPages a").size() - 1)) {
            browser.go("/docs");
            browser.driver().findElement(By.linkText(page)).click();
            browser.awaitText(page);
            assertThat(reader.run("""
                    return (async () => {
                      const dead = [];
                      for (const link of document.querySelectorAll('#docText a[href]')) {
                        const url = new URL(link.href);
                        if (url.origin !== location.origin) continue;
                        const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
                        if (!page.getElementById('docText')
                            || (url.hash && !page.getElementById(decodeURIComponent(url.hash.slice(1))))) {
                          dead.push(link.getAttribute('href'));
                        }
                      }
                      return dead.join(' ');
                    })()""")).as(page).isEqualTo("");
        }
    }

    @Test
    void searchFindsSections() {
        browser.go("/docs");
        browser.type("docsFind", "ETag caching");
        reader.find("#docsFind").submit();
        browser.awaitText("Found for");

        assertThat(reader.texts("#docsHits a")).contains("Common to all");
        browser.screenshots("docs-search");
        reader.find("#docsHits a").click();
        browser.awaitText("The HTTP interface");

        browser.go("/docs?find=who+sees+my");
        assertThat(reader.texts("#docsHits a")).contains("Who sees my sessions");
        browser.go("/docs?find=xyzzyplugh");
        browser.awaitText("Nothing in the docs says all of these words.");
    }

    @Test
    void bestHitsAppearWhileOneTypes() {
        browser.go("/docs?page=api");
        browser.type("docsFind", "who sees");
        awaitBest();

        assertThat(reader.texts("#docsBest [role=option] > span").subList(0, 2))
                .containsExactly("Who sees my sessions", "Questions and answers");
        assertThat(reader.find("#docsFind").getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(reader.run("return document.getElementById('docsBestSay').textContent"))
                .asString()
                .startsWith("Sections found: ");
        assertThat(reader.run("""
                const last = document.querySelector('#docsBest').getBoundingClientRect();
                return document.elementFromPoint(last.right - 12, last.top + 20).closest('#docsBest') !== null""")).isEqualTo(true);
        browser.screenshots("docs-best");
        assertThat(PageAudit.findings(browser)).isEmpty();

        browser.type("docsFind", "xyzzyplugh");
        browser.awaitText("Nothing in the docs says all of these words.");
        assertThat(reader.find("#docsBest").isDisplayed()).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void bestHitsAreChosenByKeys() {
        browser.go("/docs?page=api");
        browser.type("docsFind", "sessions");
        awaitBest();
        WebElement field = reader.find("#docsFind");

        field.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(marked()).isEqualTo(1);
        field.sendKeys(Keys.ARROW_UP, Keys.ARROW_UP);
        assertThat(marked()).isEqualTo(reader.texts("#docsBest [role=option]").size() - 1);
        field.sendKeys(Keys.ESCAPE);
        assertThat(reader.find("#docsBest").isDisplayed()).isFalse();
        assertThat(field.getAttribute("aria-expanded")).isEqualTo("false");
        assertThat(field.getAttribute("value")).isEqualTo("sessions");

        browser.type("docsFind", "who sees my");
        awaitBest();
        field.sendKeys(Keys.ARROW_DOWN);
        assertThat(marked()).isZero();
        field.sendKeys(Keys.ENTER);
        browser.awaitText("Questions and answers");
        await().until(() -> browser.driver().getCurrentUrl().endsWith("/docs?page=questions#who-sees-my-sessions"));
    }

    @Test
    void theReferenceDrawsEveryCall() {
        browser.go("/api-reference");
        browser.awaitText("/sync/batch");

        assertThat(reader.texts("#reference .opblock-summary-path")).hasSizeGreaterThan(20);
        browser.screenshots("api-reference");
        // Swagger UI puts a link into the button that opens a call.
        assertThat(PageAudit.findings(browser))
                .filteredOn(finding -> !finding.startsWith("nested-interactive #operations-"))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private void awaitBest() {
        await().until(() -> reader.exists("#docsBest:not([hidden]) [role=option]"));
    }

    /** The place of the hit that Enter would open, as screen readers are told it. */
    private int marked() {
        return ((Number) reader.run("""
                        const told = document.activeElement.getAttribute('aria-activedescendant');
                        return [...document.querySelectorAll('#docsBest [role=option]')].findIndex(
                            option => option.id === told && option.ariaSelected === 'true')""")).intValue();
    }
}
