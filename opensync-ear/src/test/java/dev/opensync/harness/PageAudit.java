package dev.opensync.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What people who hear or hardly see a page would stumble over, as axe-core judges it. */
public final class PageAudit {

    private static final String SCRIPT = "/axe.min.js";
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then(found => done(found.violations
                .filter(rule => rule.impact === "serious" || rule.impact === "critical")
                .flatMap(rule => rule.nodes.map(node => rule.id + " " + node.target + ": " + node.failureSummary))),
                failure => done([String(failure)]));
            """;

    private PageAudit() {}

    /** Serious and critical findings on the page that is shown, in both themes. */
    public static List<String> findings(Browser browser) {
        browser.driver().executeScript(script());
        browser.theme("tan");
        List<String> inTan = run(browser);
        browser.theme("dark");
        return Stream.concat(run(browser).stream(), inTan.stream()).distinct().toList();
    }

    private static List<String> run(Browser browser) {
        Object found = Objects.requireNonNull(browser.driver().executeAsyncScript(RUN));
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(PageAudit.class.getResourceAsStream(SCRIPT))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
