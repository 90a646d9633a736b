package dev.opensync.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read comes from the bundle of their language, never from a page, a class or a script. */
class LiteralWordsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SCRIPTS = PAGES.resolve("WEB-INF/resources/opensync");
    private static final Path JAVA = Path.of("src/main/java");

    /** The name of the product, also as the logo cuts it. */
    private static final Set<String> NAMES = Set.of("OpenSync", "· OpenSync", "Open", "Sync");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    /** Keys of a keyboard, and buttons that only scripts press. */
    private static final Pattern LITERAL =
            Pattern.compile("<kbd>.*?</kbd>|<span hidden=\"hidden\">.*?</span>", Pattern.DOTALL);

    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern CONTENT = Pattern.compile(">([^<]*)<");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
    private static final Pattern SPOKEN = Pattern.compile("\\s(?:title|alt|placeholder|aria-label|label|header|message|"
            + "hint|note|noselectionlabel|(?:required|validator|converter)Message|\\w*ButtonLabel|itemLabel|stepLabel|"
            + "data-(?:done|failed|none|many|one|yes|toast|on|off))=\"([^\"]*)\"");
    private static final Pattern BUTTON = Pattern.compile(
            "<[hp]:(?:command\\w+|button|link|outputText|outputLabel)\\b" + "[^>]*?\\svalue=\"([^\"]*)\"");
    private static final Pattern IN_EXPRESSION = Pattern.compile("'([^']*)'");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}|\\b\\p{L}\\b");
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}\\p{Ll}{2,}|\\p{L}{2,} \\p{L}{2,}");

    private static final Pattern SCRIPT_SENTENCE = Pattern.compile("[\"'`](\\p{Lu}\\p{Ll}+ \\p{L}[^\"'`]*)[\"'`]");
    private static final Pattern SCRIPT_TEXT =
            Pattern.compile("(?:toast(?:Next)?\\(|textContent = |\\.title = |ariaLabel = )[\"'](\\p{L}[^\"']*)[\"']");
    private static final Pattern JAVA_MESSAGE =
            Pattern.compile("(?:Messages\\.(?:done|wrong)\\(|new FacesMessage\\([^;]*?)\\s*\"([^\"]*)\"");

    @Test
    void pagesHoldNoWords() {
        List<String> words = new ArrayList<>();
        for (Path page : files(PAGES, ".xhtml")) {
            String source = LITERAL.matcher(COMMENT.matcher(content(page)).replaceAll(""))
                    .replaceAll("");
            String plain = EXPRESSION.matcher(source).replaceAll("");
            find(page, ENTITY.matcher(plain).replaceAll(" "), CONTENT, WORD, words);
            find(page, plain, SPOKEN, WORD, words);
            find(page, plain, BUTTON, WORD, words);
            EXPRESSION
                    .matcher(source)
                    .results()
                    .forEach(expression -> find(page, expression.group(), IN_EXPRESSION, SENTENCE, words));
        }
        assertThat(words).isEmpty();
    }

    @Test
    void scriptsHoldNoWords() {
        List<String> words = new ArrayList<>();
        for (Path script : files(SCRIPTS, ".js")) {
            if (!script.toString().contains("highlight")) {
                find(script, content(script), SCRIPT_SENTENCE, WORD, words);
                find(script, content(script), SCRIPT_TEXT, WORD, words);
            }
        }
        assertThat(words).isEmpty();
    }

    @Test
    void messagesHoldNoWords() {
        List<String> words = new ArrayList<>();
        for (Path file : files(JAVA, ".java")) {
            find(file, content(file), JAVA_MESSAGE, WORD, words);
        }
        assertThat(words).isEmpty();
    }

    private static void find(Path file, String text, Pattern place, Pattern word, List<String> words) {
        for (Matcher places = place.matcher(text); places.find(); ) {
            String found = places.group(1).strip();
            if (word.matcher(found).find() && !NAMES.contains(found)) {
                words.add(file.getFileName() + ": " + found);
            }
        }
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
