package dev.opensync.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The expected numbers are those of the tokenizer that the model was published with. */
class WordPiecesTest {

    private static final int UNKNOWN = 100;

    private static WordPieces pieces;

    @BeforeAll
    static void readVocabulary() throws IOException {
        pieces = LocalModel.vocabulary();
    }

    @Test
    void codeIsCutAtEveryMark() {
        assertThat(content("parseJsonBody(request) -> foo_bar.baz[3]"))
                .containsExactly(
                        11968, 3366, 22578, 2239, 23684, 1006, 5227, 1007, 1011, 1028, 29379, 1035, 3347, 1012, 8670,
                        2480, 1031, 1017, 1033);
    }

    @Test
    void accentsAndCaseDoNotCount() {
        assertThat(content("Ünïcödé naïve e\u0301")).containsExactly(27260, 15743, 1041);
        assertThat(content("Привет, ΣΊΣΥΦΟΣ İstanbul"))
                .containsExactly(
                        1194, 16856, 10325, 25529, 15290, 22919, 1010, 1173, 18199, 29733, 29735, 29736, 29730, 29733,
                        9960);
    }

    @Test
    void chineseCharactersAreWords() {
        assertThat(content("我喜欢编程 テスト 한국어"))
                .containsExactly(
                        1855, 100, 100, 100, 100, 1713, 30233, 30240, 1469, 30006, 30021, 29991, 30014, 30020, 29999,
                        30008);
    }

    @Test
    void wordWithAnUnknownPartIsUnknown() {
        assertThat(content("ok 😀👩‍👧 done")).containsExactly(7929, UNKNOWN, 2589);
        assertThat(content("zyxwvut꙰q ꙮ")).containsExactly(UNKNOWN, UNKNOWN);
    }

    @Test
    void invisibleCharactersAreDropped() {
        assertThat(content("a\u0000b\u200bc\u00add\u000ce\ufffd")).isEqualTo(content("abcde"));
        assertThat(content("ab\uE000cd")).isEqualTo(content("abcd"));
        assertThat(content("tab\tnew\r\nline\u00a0x\u3000y")).containsExactly(21628, 2047, 2240, 1060, 1061);
    }

    @Test
    void signsArePunctuationInAsciiOnly() {
        assertThat(content("«a» “b” … — don't"))
                .containsExactly(1077, 1037, 1090, 1523, 1038, 1524, 1529, 1517, 2123, 1005, 1056);
        assertThat(content("+1 $5 ^x `y` ~z |w <v> =u €t ±s"))
                .containsExactly(
                        1009, 1015, 1002, 1019, 1034, 1060, 1036, 1061, 1036, 1066, 1062, 1064, 1059, 1026, 1058, 1028,
                        1027, 1057, 1574, 2102, 1081, 2015);
    }

    @Test
    void veryLongWordIsUnknown() {
        assertThat(content("x".repeat(100))).hasSize(50);
        assertThat(content("x".repeat(101))).containsExactly(UNKNOWN);
    }

    @Test
    void marksOfTheModelInTheTextAreText() {
        assertThat(content("[SEP] [CLS]")).doesNotContain(101, 102);
    }

    @Test
    void emptyTextHasOnlyItsMarks() {
        assertThat(pieces.ids("")).containsExactly(101, 102);
    }

    @Test
    void unknownWordsCountAsTheirBytes() {
        assertThat(pieces.countAtMost("ok 😀")).isEqualTo(1 + 4);
        assertThat(pieces.countAtMost("x".repeat(1000))).isEqualTo(1000);
    }

    private long[] content(String text) {
        long[] ids = pieces.ids(text);
        return Arrays.copyOfRange(ids, 1, ids.length - 1);
    }
}
