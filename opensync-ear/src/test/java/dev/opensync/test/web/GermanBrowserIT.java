package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The console in a second language, for a reader in Berlin. */
@SystemTest
@RequiresBrowser
class GermanBrowserIT {

    /** English words that no German page has; names of formats and products are the same in both. */
    private static final String ENGLISH =
            "(?i)\\b(the|this|your|you|with|and|are|is|not|yet|show|last|time|cost|day|days"
                    + "|messages|settings|search|delete|save|ago|none|found|of|by|to|from)\\b";

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;

    GermanBrowserIT(TestServer server) {
        this.server = server;
        browser = Browser.open(server.baseUrl(), "de-DE,de");
        browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/Berlin"));
        reader = Reader.signUp(server, browser);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void everyPageSpeaksGermanAndFitsAPhone() {
        UsageSessions.sync(reader);
        String externalId = reader.show("""
                {"role": "user", "textContent": "Hallo"},
                {"role": "assistant", "textContent": "Guten Tag"}""");
        String id = Synced.read(reader.api(), externalId).session().get("id").asText();
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("overview", "Nutzung nach Modell");
        headings.put("sessions", "Sessions");
        headings.put("sessions?view=timeline", "Zeitachse");
        headings.put("session?id=" + id, "Teilen");
        headings.put("share?id=" + id, "Diese Session ist privat");
        headings.put("analytics", "Stunden der Woche");
        headings.put("context", "Fragen, was die Sessions wissen");
        headings.put("evals", "Noch keine Sessions für Evals markiert");
        headings.put("datasets", "Noch keine Datasets");
        headings.put("wrapped", "Letzte 24 Stunden");
        headings.put("settings", "Einstellungen");
        headings.put("notifications", "Mitteilungen");
        headings.put("nowhere", "Hier ist nichts");
        headings.forEach((page, heading) -> {
            browser.go("/" + page);
            browser.awaitText(heading);

            assertThat(language()).as(page).isEqualTo("de");
            assertThat(words()).as(page).doesNotContainPattern(ENGLISH);
            assertThat(PageAudit.findings(browser)).as(page).isEmpty();
            String name = "german-" + page.replaceAll("\\W.*", "") + (page.contains("timeline") ? "-timeline" : "");
            browser.screenshot(name + "-" + Browser.WIDE);
            browser.resize(Browser.NARROW);
            browser.screenshot(name + "-" + Browser.NARROW);
            assertThat(browser.scrollsSideways()).as(page).isFalse();
            browser.resize(Browser.WIDE);
        });
        assertThat(browser.complaints())
                .filteredOn(complaint -> !complaint.contains("404"))
                .isEmpty();
    }

    @Test
    void numbersAndTimesAreWrittenAsInGermany() {
        UsageSessions.sync(reader);
        browser.go("/overview");

        assertThat(texts("#tiles strong")).containsExactly("3", "2,2 Mio.", "23,50 $", "1 h 1 min", "2", "2");
        assertThat(texts("#consumptionTable tfoot td"))
                .containsExactly("1,6 Mio.", "600,0 Tsd.", "2,2 Mio.", "23,5000 $");
        assertThat(texts("#sources .num")).containsExactly("2", "67 %", "1", "33 %");
        browser.go("/analytics");
        assertThat(reader.find("main").getText()).contains("Wann Sessions begannen, MEZ");
        assertThat(reader.texts("#breakdown tbody tr td:last-child"))
                .isNotEmpty()
                .allMatch(day -> day.matches("\\d\\d\\.\\d\\d\\.\\d{4}"));
        // The server and the script write it alike.
        browser.go("/session?id=" + firstSession());
        String written = (String) reader.run("""
                return fetch(location.href).then(answer => answer.text())
                    .then(page => new DOMParser().parseFromString(page, "text/html").querySelector("time[data-as=clock]").textContent)""");
        assertThat(reader.texts("time[data-as=clock]")).startsWith(written);
    }

    @Test
    void theChoiceIsKeptWithTheAccount() {
        try (Reader english = Reader.signUp(server)) {
            Browser theirs = english.browser();
            theirs.go("/sessions?sort=cost");
            assertThat(english.run("return document.documentElement.lang")).isEqualTo("en");

            english.find("#accountMenu > summary").click();
            english.find("#languageMenu input[lang=de]").click();
            theirs.awaitText("Noch keine Sessions");
            assertThat(theirs.driver().getCurrentUrl()).endsWith("/sessions?sort=cost");
            theirs.go("/settings");
            String email = english.texts("#profileEmail").get(0);
            english.find("#accountMenu > summary").click();
            theirs.press("signOutForm:signOut");
            theirs.awaitPath("/login");
            theirs.awaitText("Sign in");
            theirs.type("loginForm:email", email);
            theirs.type("loginForm:password", "a wrong one");
            theirs.press("loginForm:signIn");
            theirs.awaitText("E-mail or password is wrong.");
            theirs.type("loginForm:email", email);
            theirs.type("loginForm:password", "correct horse battery staple");
            theirs.press("loginForm:signIn");
            theirs.awaitPath("/overview");
            theirs.awaitText("Übersicht");

            theirs.go("/settings");
            theirs.driver()
                    .findElement(By.cssSelector("#languageForm option[value=en]"))
                    .click();
            theirs.press("languageForm:saveLanguage");
            theirs.awaitText("Coding tools");
            assertThat(english.run("return document.documentElement.lang")).isEqualTo("en");
        }
    }

    @Test
    void visitorsReadInTheLanguageOfTheirBrowser() {
        reader.show("""
                {"role": "user", "textContent": "Hallo"}""");
        browser.press("share");
        browser.awaitText("Diese Session ist privat");
        browser.press("shareForm:share");
        browser.awaitText("Diese Session ist öffentlich");
        String link = URI.create(reader.texts("#shareLink").get(0)).getPath();
        visit("de", link, "Öffentliche Session");
        visit("de", "/", "Coding-Sessions, aufbewahrt und wiedergefunden");
        visit("de", "/login", "Auf diesem Gerät angemeldet bleiben");
        visit("de", "/sign-up", "Konto anlegen");
        visit("fr", link, "Public session");
        visit("fr", "/login", "Keep me signed in on this device");
    }

    private void visit(String language, String page, String text) {
        try (Browser visitor = Browser.open(server.baseUrl(), language)) {
            visitor.go(page);
            visitor.awaitText(text);
            visitor.screenshots(
                    "visitor-" + language + page.replaceAll("/s/.*", "-shared").replace("/", "-"));
            assertThat(PageAudit.findings(visitor)).as(page).isEmpty();
        }
    }

    @Test
    void refusalsAreTold() {
        browser.go("/settings");
        browser.type("emailForm:email", "nobody@example.org");
        browser.type("emailForm:emailPassword", "a wrong one");
        browser.press("emailForm:changeEmail");
        browser.awaitText("Das aktuelle Passwort ist falsch.");
        browser.type("profileForm:name", "");
        browser.press("profileForm:rename");
        browser.awaitText("Bitte einen Namen eingeben");
    }

    /** No line ends between a number and its unit. */
    private List<String> texts(String css) {
        return reader.texts(css).stream()
                .map(text -> text.replace('\u00a0', ' '))
                .toList();
    }

    private String firstSession() {
        return reader.api()
                .get("/api/sessions")
                .json()
                .get("sessions")
                .get(0)
                .get("id")
                .asText();
    }

    private String language() {
        return String.valueOf(reader.run("return document.documentElement.lang"));
    }

    /** What the page says itself, without what was synced and what is to be copied. */
    private String words() {
        return String.valueOf(reader.run("""
                const page = document.body.cloneNode(true);
                page.querySelectorAll("pre, code, kbd, script, style, .md, [lang=en], textarea").forEach(part => part.remove());
                return page.innerText""")).replaceAll("Sell more|Write less|Pay later|Long ago", "");
    }
}
