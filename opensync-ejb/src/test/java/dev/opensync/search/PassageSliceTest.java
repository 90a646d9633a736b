package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of messages; ten letters count one token here, and each text two more. */
class PassageSliceTest {

    private static final int MAX_TOKENS = 12;
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final PassageCutter cutter = new PassageCutter(PassageSliceTest::tokens, MAX_TOKENS);

    @Test
    void shortMessagesOfATurnAreOnePassage() {
        assertThat(texts(of("why", "let me look", "found it"))).containsExactly("why\nlet me look\nfound it");
    }

    @Test
    void whatDoesNotFitBeginsAnotherPassage() {
        assertThat(of("one two three four five", "six seven eight nine ten", "eleven"))
                .extracting(Passage::firstSequence, Passage::lastSequence)
                .containsExactly(tuple(1, 1), tuple(2, 3));
    }

    @Test
    void questionBeginsAPassage() {
        PassageSlice slice = new PassageSlice(cutter, NO_LIMIT);
        add(slice, 1, true, "why");
        add(slice, 2, false, "because");
        add(slice, 3, true, "really");
        slice.end();

        assertThat(texts(slice.made())).containsExactly("why\nbecause", "really");
    }

    static List<String> longTexts() {
        Random random = new Random(1);
        return List.of(
                "a b c d e f g h i j k l m n o p q r s t u v w x y z",
                "First sentence is here. Second one follows it! Does a third? Yes:\nand a line; with more. ".repeat(20),
                "\n\n  \t " + "word \n".repeat(99) + " \n",
                "🚀".repeat(3_000),
                "数据库连接超时。".repeat(400),
                "x".repeat(500_000),
                "x ".repeat(10_000),
                IntStream.range(0, 5_000)
                        .mapToObj(i -> Integer.toString(random.nextInt(), Character.MAX_RADIX))
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void nothingOfALongMessageIsLost(String text) {
        List<Passage> passages = of(text);

        assertThat(passages.stream()
                        .map(Passage::text)
                        .collect(Collectors.joining())
                        .equals(text))
                .isTrue();
        assertThat(passages).allSatisfy(passage -> {
            assertThat(tokens(passage.meaning())).isLessThanOrEqualTo(MAX_TOKENS);
            assertThat(passage.text()).isNotBlank();
            assertThat(Character.isLowSurrogate(passage.text().charAt(0))).isFalse();
        });
    }

    @Test
    void piecesEndWithSentences() {
        assertThat(texts(of("One two three four five. Six seven eight nine. Ten eleven twelve.")))
                .containsExactly("One two three four five. Six seven eight nine. ", "Ten eleven twelve.");
    }

    @Test
    void laterMessagesChangeOnlyTheLastPassage() {
        Random random = new Random(7);
        List<String> messages = IntStream.range(0, 200)
                .mapToObj(i -> "w ".repeat(1 + random.nextInt(i % 10 == 0 ? 40 : 6)))
                .toList();

        List<Passage> before = of(messages.subList(0, 150).toArray(String[]::new));
        List<Passage> after = of(messages.toArray(String[]::new));

        assertThat(after).startsWith(before.subList(0, before.size() - 1).toArray(Passage[]::new));
    }

    @Test
    void storedPiecesAreNotMadeAgain() {
        String text = "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(10);
        List<Passage> all = of(text);
        PassageSlice first = new PassageSlice(cutter, 5);

        boolean finished = first.add(1, text, List.of());

        assertThat(finished).isFalse();
        assertThat(first.made()).isEqualTo(all.subList(0, 5));
        PassageSlice second = new PassageSlice(cutter, NO_LIMIT);
        assertThat(second.add(1, text, stored(first.made()))).isTrue();
        assertThat(second.kept()).hasSize(4);
        assertThat(second.made()).isEqualTo(all.subList(4, all.size()));
    }

    @Test
    void slicesOfAHugeMessageGrow() {
        String text = "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(4_000);
        List<Passage> all = of(text);

        List<Passage> made = List.of();
        int slices = 0;
        boolean finished = false;
        while (!finished) {
            PassageSlice slice = new PassageSlice(cutter, 5);
            finished = slice.add(1, text, stored(made));
            made = Stream.concat(made.subList(0, slice.kept().size()).stream(), slice.made().stream())
                    .toList();
            slices++;
        }

        assertThat(made).isEqualTo(all);
        assertThat(all.size()).isGreaterThan(10_000);
        assertThat(slices).isLessThan(all.size() / 100);
    }

    @Test
    void changedPiecesAreMadeAgain() {
        String text = "a b c d e f g h i j k l m n o p q r s t u v w x y z ";
        PassageSlice slice = new PassageSlice(cutter, NO_LIMIT);

        slice.add(1, text.replace('n', 'N'), stored(of(text)));

        assertThat(slice.kept()).hasSize(1);
        assertThat(slice.made().get(0).text()).contains("N");
    }

    @Test
    void spacesMeanNothing() {
        assertThat(of("a  b\n").get(0).hash()).isEqualTo(of("a b").get(0).hash());
    }

    private static List<StoredPassage> stored(List<Passage> passages) {
        return passages.stream()
                .map(passage -> new StoredPassage(
                        passage.key(), passage.lastSequence(), passage.start(), passage.end(), 1, passage.hash()))
                .toList();
    }

    private List<Passage> of(String... messages) {
        PassageSlice slice = new PassageSlice(cutter, NO_LIMIT);
        for (int i = 0; i < messages.length; i++) {
            add(slice, i + 1, i == 0, messages[i]);
        }
        slice.end();
        return new ArrayList<>(slice.made());
    }

    private static void add(PassageSlice slice, int sequence, boolean opensTurn, String text) {
        slice.begins(opensTurn, text);
        slice.add(sequence, text, List.of());
    }

    private static List<String> texts(List<Passage> passages) {
        return passages.stream().map(Passage::text).toList();
    }

    private static int tokens(String text) {
        return 2
                + Arrays.stream(text.split(" "))
                        .filter(word -> !word.isEmpty())
                        .mapToInt(String::length)
                        .map(length -> (length + 9) / 10)
                        .sum();
    }
}
