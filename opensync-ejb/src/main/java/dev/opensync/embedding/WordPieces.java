package dev.opensync.embedding;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The vocabulary of a BERT model: turns text into the numbers of the longest known pieces of its words. */
final class WordPieces {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String INSIDE_A_WORD = "##";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> idByPiece;
    private final int unknown;
    private final int start;
    private final int end;

    private WordPieces(Map<String, Integer> idByPiece) {
        this.idByPiece = idByPiece;
        unknown = id("[UNK]");
        start = id("[CLS]");
        end = id("[SEP]");
    }

    /** Reads a {@code tokenizer.json}. */
    static WordPieces read(InputStream file) {
        try (JsonReader reader = JSON.createReader(file)) {
            JsonObject vocabulary = reader.readObject().getJsonObject("model").getJsonObject("vocab");
            Map<String, Integer> idByPiece = new HashMap<>(2 * vocabulary.size());
            vocabulary.keySet().forEach(piece -> idByPiece.put(piece, vocabulary.getInt(piece)));
            return new WordPieces(idByPiece);
        }
    }

    /** With the marks of start and end that the model expects. */
    long[] ids(String text) {
        LongStream.Builder ids = LongStream.builder();
        ids.add(start);
        PlainWords.forEach(text, word -> pieces(word).forEach(ids));
        ids.add(end);
        return ids.build().toArray();
    }

    /** The pieces without marks; a word that has none counts as many as it has bytes. */
    int countAtMost(String text) {
        LongAdder count = new LongAdder();
        PlainWords.forEach(text, word -> count.add(countAtMostOf(word)));
        return count.intValue();
    }

    private long countAtMostOf(String word) {
        long[] pieces = pieces(word).toArray();
        return pieces[0] == unknown ? word.getBytes(StandardCharsets.UTF_8).length : pieces.length;
    }

    /** A word with a part that has no piece is unknown as a whole. */
    private LongStream pieces(String word) {
        if (isTooLong(word)) {
            return LongStream.of(unknown);
        }
        LongStream.Builder pieces = LongStream.builder();
        int from = 0;
        while (from < word.length()) {
            int to = endOfPiece(word, from);
            if (to == from) {
                return LongStream.of(unknown);
            }
            pieces.add(id(piece(word, from, to)));
            from = to;
        }
        return pieces.build();
    }

    private int endOfPiece(String word, int from) {
        int to = word.length();
        while (to > from && !idByPiece.containsKey(piece(word, from, to))) {
            to = word.offsetByCodePoints(to, -1);
        }
        return to;
    }

    private static boolean isTooLong(String word) {
        return word.length() > LONGEST_WORD && word.codePointCount(0, word.length()) > LONGEST_WORD;
    }

    private static String piece(String word, int from, int to) {
        String part = word.substring(from, to);
        return from == 0 ? part : INSIDE_A_WORD + part;
    }

    private int id(String piece) {
        @Nullable Integer id = idByPiece.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("The vocabulary lacks " + piece);
        }
        return id;
    }
}
