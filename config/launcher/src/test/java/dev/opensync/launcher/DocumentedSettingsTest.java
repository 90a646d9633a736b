package dev.opensync.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedSettingsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path REFERENCE = ROOT.resolve("config/opensync.properties");

    /** As a whole string literal, or in a value that the server replaces. */
    private static final Pattern KEY =
            Pattern.compile("(?:\"|MPCONFIG=)(opensync\\.[a-z0-9]+\\.[a-z0-9.-]*[a-z0-9])(?=[\":}])");

    private static final Pattern PREFIX =
            Pattern.compile("@ConfigProperties\\(prefix = \"(opensync\\.[a-z0-9.-]+)\"\\)");
    private static final Pattern NAME = Pattern.compile("@ConfigProperty\\(\\s*name = \"([a-z0-9.-]+)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("^#? ?(opensync\\.[a-z0-9.-]+) ?=", Pattern.MULTILINE);
    private static final Pattern TYPE_LINE = Pattern.compile("^# type: .+, default: .+$");

    @Test
    void everyKeyInTheSourcesIsDocumentedAndNoOther() throws IOException {
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(used());
    }

    @Test
    void typeAndDefaultStandAboveEveryKey() throws IOException {
        List<String> lines = Files.readAllLines(REFERENCE);

        for (int i = 0; i < lines.size(); i++) {
            if (DOCUMENTED.matcher(lines.get(i)).find()) {
                assertThat(lines.get(i - 1)).as(lines.get(i)).matches(TYPE_LINE);
                assertThat(lines.get(i - 2)).as(lines.get(i)).matches("# \\S.*");
            }
        }
    }

    private static Set<String> documented() throws IOException {
        Set<String> keys = new TreeSet<>();
        DOCUMENTED.matcher(Files.readString(REFERENCE)).results().forEach(match -> keys.add(match.group(1)));
        return keys;
    }

    private static Set<String> used() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            KEY.matcher(text).results().map(match -> match.group(1)).forEach(keys::add);
            PREFIX.matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .forEach(prefix ->
                            NAME.matcher(text).results().forEach(name -> keys.add(prefix + "." + name.group(1))));
        }
        return keys;
    }

    /** Main sources only: keys of tests are the tests' own business. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("/src/main/"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> file.toString().endsWith(".java")
                            || file.toString().endsWith("persistence.xml")
                            || file.toString().endsWith("web.xml"))
                    .toList();
        }
    }
}
