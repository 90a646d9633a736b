package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.Build;
import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds on every page: nothing comes from elsewhere, and nobody is shut out. */
@SystemTest
@RequiresBrowser
class WholeConsoleBrowserIT {

    private static final Path WEBAPP = Build.project().resolve("opensync-web/src/main/webapp");

    private final Reader reader;
    private final Browser browser;
    private final String id;

    WholeConsoleBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
        browser = reader.browser();
        String externalId = reader.show("""
                {"role": "user", "textContent": "Look at ![this](https://example.org/picture.png) please"},
                {"role": "assistant", "textContent": "```java\\nint one = 1;\\n```"}""");
        id = Synced.read(reader.api(), externalId).session().get("id").asText();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws IOException {
        for (String page : pages()) {
            browser.go("/" + page + "?id=" + id);

            List<?> foreign = (List<?>) reader.run("""
                    return [...performance.getEntriesByType("resource"), ...document.querySelectorAll("[src], link[href]")]
                        .map(entry => entry.name || entry.src || entry.href)
                        .filter(address => /^(https?|wss?):/.test(address) && new URL(address).host !== location.host)""");
            assertThat(foreign).as(page).isEmpty();
            assertThat(browser.complaints())
                    .filteredOn(complaint -> complaint.contains("Content Security Policy"))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void nobodyIsShutOut() {
        for (String page : List.of(
                "overview",
                "sessions",
                "session?id=" + id,
                "analytics",
                "share?id=" + id,
                "settings",
                "docs",
                "notifications")) {
            browser.go("/" + page);
            browser.awaitText("OpenSync");

            assertThat(PageAudit.findings(browser)).as(page).isEmpty();
            assertThat(browser.scrollsSideways()).as(page).isFalse();
        }
    }

    @Test
    void oneOfSomethingIsSingular() {
        browser.go("/overview");
        browser.awaitText("Recent sessions");
        assertThat(reader.find("main").getText()).doesNotContainPattern("(^|\\s)1 (sessions|messages|tokens)\\b");
        browser.go("/settings");
        browser.awaitText("Stored by source");
        assertThat(reader.find("main").getText()).doesNotContainPattern("(^|\\s)1 (sessions|messages|tokens)\\b");
    }

    /** By the names people see; files to take along are no pages. */
    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .filter(WholeConsoleBrowserIT::isDrawn)
                    .map(file -> WEBAPP.relativize(file).toString().replace(".xhtml", ""))
                    .filter(name -> !name.startsWith("WEB-INF"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isDrawn(Path file) {
        try {
            return Files.readString(file).contains("template=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
