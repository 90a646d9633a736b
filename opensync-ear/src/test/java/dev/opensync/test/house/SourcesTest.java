package dev.opensync.test.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final int MOST_LINES = 300;
    // Put together, so that this file does not break the rule itself.
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern INLINE =
            Pattern.compile("\\s(style|on[a-z]+)=\"(?!#\\{|[^\"]*PF\\(|[A-Za-z]+\")|<style|<script>");

    @Test
    void noTypeIsLongerThanAPersonReads() {
        assertThat(sources("java"))
                .filteredOn(file -> lines(file).size() > MOST_LINES)
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(sources("java", "xhtml", "sql", "properties", "css", "js", "xml"))
                .filteredOn(file -> LEFT_OVER.matcher(text(file)).find())
                .isEmpty();
    }

    @Test
    void pagesCarryNoInlineStyleOrScript() {
        assertThat(sources("xhtml"))
                .filteredOn(file -> lines(file).stream()
                        .anyMatch(line -> INLINE.matcher(line).find()))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        assertThat(sources("java"))
                .filteredOn(file -> Files.notExists(file.resolveSibling("package-info.java")))
                .filteredOn(SourcesTest::isMainOrHarness)
                .isEmpty();
    }

    /** In the EAR two modules have two class loaders: a shared package would be two packages at run time. */
    @Test
    void noPackageIsInTwoModules() {
        Map<String, Set<String>> modulesByPackage = sources("java").stream()
                .filter(SourcesTest::isMainOrHarness)
                .collect(groupingBy(SourcesTest::packageOf, mapping(SourcesTest::moduleOf, toSet())));

        assertThat(modulesByPackage)
                .allSatisfy((name, modules) -> assertThat(modules).hasSize(1));
    }

    private static boolean isMainOrHarness(Path file) {
        String path = file.toString();
        return path.contains("/src/main/java/") || path.contains("/dev/opensync/harness/");
    }

    private static String moduleOf(Path file) {
        return file.toString().replaceFirst("/src/.*", "");
    }

    private static String packageOf(Path file) {
        return file.toString().replaceFirst(".*/src/[a-z]+/java/", "").replaceFirst("/[^/]*$", "");
    }

    private static List<Path> sources(String... endings) {
        try (Stream<Path> tree = Files.walk(Build.project())) {
            return tree.filter(SourcesTest::isSource)
                    .filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.toString().endsWith("." + ending)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(Path file) {
        String path = Build.project().relativize(file).toString();
        return path.contains("src/")
                && Stream.of("target/", "data/", ".git/", ".min.").noneMatch(path::contains);
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
