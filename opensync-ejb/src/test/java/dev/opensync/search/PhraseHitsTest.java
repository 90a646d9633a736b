package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phrases taken from texts find all texts that have them, in whatever field they are, and are marked in all that they find. */
class PhraseHitsTest {

    private static final long ACCOUNT = 1;
    private static final int DOCUMENTS = 400;
    private static final int PHRASES = 500;

    /** Forms of a word that are found by each other, identifiers, accents, scripts without blanks, and what is cut in odd places. */
    private static final List<String> WORDS = List.of(
            ("test tests testing tested child children run running runs index indices indexes database Databases"
                            + " caf\u00e9 cafe na\u00efve parseJsonBody parse_json_body json body HTTPServerError src/main/App.java:42"
                            + " 0xDEADBEEF C++ F# a8B don't \u6570\u636e\u5e93\u8fde\u63a5 \u6570\u636e \u6f22\u5b57\u304b\u306a \ud55c\uad6d\uc5b4 \uff21\uff22\uff23"
                            + " \ud83d\ude80 x 7 3.14 e-mail user@example.org")
                    .split(" ", -1));

    private static final List<String> SEPARATORS = List.of(" ", " ", " ", ", ", ". ", "\n", "-", "/", "(");

    private static final Random RANDOM = new Random(7);
    private static final List<List<String>> TEXTS = new ArrayList<>();
    private static final List<String> IDS = new ArrayList<>();

    private static SearchIndex index;

    @BeforeAll
    static void fillOne(@TempDir Path directory) throws IOException {
        index = TestHomes.open(directory);
        index.createMissing();
        index.write(
                IntStream.range(0, DOCUMENTS).mapToObj(PhraseHitsTest::document).toList(), 1);
        index.refresh();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void phraseFindsAllTextsThatHaveIt() {
        for (int i = 0; i < PHRASES; i++) {
            int source = RANDOM.nextInt(DOCUMENTS);
            String phrase = partOf(any(TEXTS.get(source)));
            SearchQuery query = SearchQueryParser.parse('"' + phrase + '"');

            Set<String> hits = hits(query);

            assertThat(hits)
                    .as(phrase)
                    .contains(IDS.get(source))
                    .isEqualTo(having(phrase))
                    .isEqualTo(marked(query));
        }
    }

    @Test
    void wordOfSeveralPartsFindsAllThatHasThem() {
        for (String word : WORDS) {
            SearchQuery query = SearchQueryParser.parse(word + ' ');

            assertThat(hits(query))
                    .as(word)
                    .isNotEmpty()
                    .isEqualTo(having(word))
                    .isEqualTo(marked(query));
        }
    }

    private static Set<String> hits(SearchQuery query) {
        return index.find(ACCOUNT, query, SearchIndex.ANY, DOCUMENTS, Instant.EPOCH).stream()
                .map(SearchHit::documentId)
                .collect(Collectors.toSet());
    }

    /** By comparing words one by one. */
    private static Set<String> having(String phrase) {
        List<Set<String>> wanted = words(phrase);
        return IntStream.range(0, DOCUMENTS)
                .filter(i -> TEXTS.get(i).stream().anyMatch(text -> isIn(words(text), wanted)))
                .mapToObj(IDS::get)
                .collect(Collectors.toSet());
    }

    private static boolean isIn(List<Set<String>> text, List<Set<String>> wanted) {
        return IntStream.rangeClosed(0, text.size() - wanted.size())
                .anyMatch(start -> IntStream.range(0, wanted.size())
                        .noneMatch(i -> Collections.disjoint(text.get(start + i), wanted.get(i))));
    }

    /** A word and its stem for each place. */
    private static List<Set<String>> words(String text) {
        List<Set<String>> places = new ArrayList<>();
        try (TokenStream words = LuceneAnalysis.ANALYZER.tokenStream("", text)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                for (int i = 0; i < step.getPositionIncrement(); i++) {
                    places.add(new HashSet<>());
                }
                places.get(places.size() - 1).add(word.toString());
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    private static Set<String> marked(SearchQuery query) {
        return index.fragments(query, IDS).keySet();
    }

    private static String partOf(String text) {
        String[] words = text.split("[ \\n]+", -1);
        int first = RANDOM.nextInt(words.length);
        int end = Math.min(words.length, first + 1 + RANDOM.nextInt(4));
        return String.join(" ", List.of(words).subList(first, end));
    }

    private static String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : any(SEPARATORS)).append(any(WORDS));
        }
        return text.toString();
    }

    private static String any(List<String> choices) {
        return choices.get(RANDOM.nextInt(choices.size()));
    }

    private static MessageDocument document(int number) {
        int sequence = number % 5 == 0 ? SearchTasks.SESSION : 1;
        MessageDocument document = new MessageDocument();
        document.sessionId = number + 1L;
        document.sequence = sequence;
        document.id = MessageDocument.id(document.sessionId, sequence);
        document.accountId = Long.toString(ACCOUNT);
        String text = text(1 + RANDOM.nextInt(20));
        IDS.add(document.id);
        if (sequence == SearchTasks.SESSION) {
            TEXTS.add(List.of(text));
            document.title = text;
            return document;
        }
        List<String> texts = List.of(text, text(1 + RANDOM.nextInt(3)));
        TEXTS.add(texts);
        switch (number % 3) {
            case 0 -> document.text = texts;
            case 1 -> document.thinking = texts;
            default -> document.toolText = texts;
        }
        return document;
    }
}
