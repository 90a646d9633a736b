package dev.opensync.web.docs;

import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.docs.Doc.Section;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents that are shown in the console, and where they say something. */
@ApplicationScoped
public class DocLibrary {

    /** In the order in which people need them. */
    private static final List<String> NAMES =
            List.of("plugins", "questions", "api", "sharing", "context", "evals", "setup", "operating");

    /** The server in the examples of the documentation. */
    private static final List<String> EXAMPLES = List.of("http://localhost:8080", "https://opensync.example.org");

    private static final int MOST_HITS = 30;
    private static final int SNIPPET_CHARS = 180;
    private static final int BEFORE_WORD = 60;

    private final Map<String, Doc> docByName = new LinkedHashMap<>();

    /**
     * A section in which all words stand.
     *
     * @param snippet what stands around the first of them
     */
    public record Hit(Doc doc, Section section, String snippet) {}

    @PostConstruct
    void read() {
        Map<String, String> markdownByName = new LinkedHashMap<>();
        for (String name : NAMES) {
            String markdown = read(name);
            if (markdown != null) {
                markdownByName.put(name, markdown);
            }
        }
        markdownByName.forEach(
                (name, markdown) -> docByName.put(name, new DocParser(markdownByName.keySet()).parse(name, markdown)));
    }

    /** Null for one that this build does not have. */
    private static @Nullable String read(String name) {
        try (InputStream file = DocLibrary.class.getResourceAsStream("/dev/opensync/web/docs/" + name + ".md")) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Doc> all() {
        return List.copyOf(docByName.values());
    }

    /** {@code name} null = the first. Fails with {@code NOT_FOUND}. */
    Doc get(@Nullable String name) {
        String wanted = name == null || name.isBlank() ? NAMES.get(0) : name;
        Doc doc = docByName.get(wanted);
        if (doc == null) {
            throw OpenSyncException.notFound("No such document");
        }
        return doc;
    }

    /** {@code text} with the address of this server in its examples. */
    static String at(String url, String text) {
        String shown = text;
        for (String example : EXAMPLES) {
            shown = shown.replace(example, url);
        }
        return shown;
    }

    /** Those first that have the most of the words in their title, else in the order of the documents. */
    List<Hit> find(String query) {
        List<String> words = Stream.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return docByName.values().stream()
                .flatMap(doc -> doc.sections().stream()
                        .filter(section -> count(words, section.title() + "\n" + section.text()) == words.size())
                        .map(section -> new Hit(doc, section, snippet(section.text(), words.get(0)))))
                .sorted(Comparator.comparingLong(
                        hit -> -count(words, hit.section().title())))
                .limit(MOST_HITS)
                .toList();
    }

    /** How many of them stand there. */
    private static long count(List<String> words, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().filter(lower::contains).count();
    }

    private static String snippet(String text, String word) {
        int at = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(word) - BEFORE_WORD);
        String rest = text.substring(Math.min(at, text.length()))
                .replaceAll("\\s+", " ")
                .strip();
        String cut = rest.codePointCount(0, rest.length()) <= SNIPPET_CHARS
                ? rest
                : rest.substring(0, rest.offsetByCodePoints(0, SNIPPET_CHARS)) + "…";
        return at == 0 ? cut : "…" + cut;
    }
}
