package dev.opensync.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the console are complete in every language, and each of them is used. */
class TextsTest {

    private static final Path TEXTS = Path.of("src/main/resources/dev/opensync/web");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final List<Path> JAVA = List.of(Path.of("src/main/java"), Path.of("../opensync-ejb/src/main/java"));

    private static final Pattern NAMED = Pattern.compile("\\btext\\.(\\w+)");
    private static final Pattern QUOTED = Pattern.compile("[\"'](\\w+)[\"']");
    private static final Pattern BEGINNING = Pattern.compile("[\"'](\\w+_)[\"'](?:\\.concat| \\+)");
    private static final Pattern ENDING = Pattern.compile("\\.concat\\('(_\\w+)'\\)");
    private static final Pattern REASON = Pattern.compile("\\.as\\(\\s*\"(\\w+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    /** So long that two languages cannot agree by chance. */
    private static final int SENTENCE_WORDS = 4;

    @Test
    void everyTextThatPagesNameIsThere() {
        assertThat(found(pages(), NAMED)).isSubsetOf(english());
    }

    @Test
    void everyReasonOfARefusalHasAText() {
        assertThat(found(java(), REASON).stream().map(reason -> "refused_" + reason))
                .isSubsetOf(english());
    }

    @Test
    void everyTextIsUsed() {
        Set<String> used = found(pages(), NAMED);
        used.addAll(found(pages(), QUOTED));
        used.addAll(found(java(), QUOTED));
        found(java(), REASON).forEach(reason -> used.add("refused_" + reason));
        Set<String> beginnings = found(pages(), BEGINNING);
        beginnings.addAll(found(java(), BEGINNING));
        beginnings.remove("refused_");

        Set<String> endings = found(pages(), ENDING);

        assertThat(english())
                .filteredOn(key -> !used.contains(key))
                .filteredOn(key -> beginnings.stream().noneMatch(key::startsWith))
                .filteredOn(key -> endings.stream().noneMatch(key::endsWith))
                .isEmpty();
    }

    @Test
    void germanIsComplete() {
        Properties english = read("texts.properties");
        Properties german = read("texts_de.properties");

        assertThat(german.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames())
                .allSatisfy(key -> {
                    String text = german.getProperty(key);
                    assertThat(text).isNotBlank();
                    assertThat(matches(text, PLACEHOLDER, 0))
                            .containsExactlyInAnyOrderElementsOf(matches(english.getProperty(key), PLACEHOLDER, 0));
                });
    }

    @Test
    void noSentenceIsLeftInEnglish() {
        Properties english = read("texts.properties");
        Properties german = read("texts_de.properties");

        assertThat(german.stringPropertyNames())
                .filteredOn(key -> german.getProperty(key).split(" ").length >= SENTENCE_WORDS)
                .noneMatch(key -> german.getProperty(key).equals(english.getProperty(key)));
    }

    private static Set<String> english() {
        return read("texts.properties").stringPropertyNames();
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(TEXTS.resolve(name))) {
            texts.load(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }

    private static List<Path> pages() {
        return files(PAGES, ".xhtml");
    }

    private static List<Path> java() {
        return JAVA.stream().flatMap(root -> files(root, ".java").stream()).toList();
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> found(List<Path> files, Pattern pattern) {
        return files.stream()
                .flatMap(file -> matches(content(file), pattern, 1).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> matches(String text, Pattern pattern, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
