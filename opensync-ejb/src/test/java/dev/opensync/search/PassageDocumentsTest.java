package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.SessionMarks;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.StoredSession;
import dev.opensync.shared.TokenUsage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageDocumentsTest {

    /** So many that to put the text of the message together for each of them would take minutes. */
    private static final int PIECES = 8_000;

    private static final int PIECE_CHARS = 1_000;

    private final PassageDocuments documents = new PassageDocuments(session());

    @Test
    void everyPieceOfALongMessageHasItsOwnText() {
        String text = IntStream.range(0, PIECES)
                .mapToObj(piece -> "%%-%dd".formatted(PIECE_CHARS).formatted(piece))
                .collect(Collectors.joining());
        documents.expect(vectors(IntStream.range(0, PIECES)
                .mapToObj(piece -> passage(1, piece, 1, piece * PIECE_CHARS, (piece + 1) * PIECE_CHARS))
                .toList()));

        List<PassageDocument> made = documents.with(message(1, text));

        assertThat(made).hasSize(PIECES);
        assertThat(made.stream().map(piece -> piece.text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void passageOfSeveralMessagesHasTheTextOfAllAndEndsWithTheLast() {
        documents.expect(vectors(List.of(passage(1, 0, 3, 0, "one\ntwo".length()))));

        assertThat(documents.with(message(1, "one"))).isEmpty();
        assertThat(documents.with(message(2, ""))).isEmpty();
        assertThat(documents.with(message(3, "two")))
                .singleElement()
                .extracting(passage -> passage.text)
                .isEqualTo("one\ntwo");
    }

    private static MessageDocument message(int sequence, String text) {
        MessageDocument message = new MessageDocument();
        message.sequence = sequence;
        message.text = List.of(text);
        return message;
    }

    private static StoredPassage passage(int first, int ordinal, int last, int start, int end) {
        return new StoredPassage(
                new Passage.Key(first, ordinal), last, start, end, 1, new TextHash(new byte[] {(byte) ordinal}));
    }

    private static Map<StoredPassage, byte[]> vectors(List<StoredPassage> passages) {
        Map<StoredPassage, byte[]> vectors = new LinkedHashMap<>();
        passages.forEach(passage -> vectors.put(passage, new byte[384]));
        return vectors;
    }

    private static StoredSession session() {
        TokenUsage none = new TokenUsage(0, 0);
        return new StoredSession(
                1,
                1,
                new SessionSummary(
                        "5d41402abc4b2a76b9719d911017c592",
                        "external",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "pi",
                        none,
                        false,
                        none,
                        0,
                        null,
                        0,
                        false,
                        false,
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH),
                SessionMarks.NONE);
    }
}
