package dev.opensync.context;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts text as language models do, by the tokens of {@code cl100k_base}. */
final class Tokens {

    /** Longer runs of one token hardly occur: what is longer need not be counted to be known as too much. */
    private static final int MOST_CHARS = 16;

    private Tokens() {}

    static int count(String text) {
        return Vocabulary.ENCODING.countTokensOrdinary(text);
    }

    /** Whether it is so long that counting would be a waste. */
    static boolean isFarBeyond(String text, int tokens) {
        return text.length() > (long) tokens * MOST_CHARS;
    }

    /** What can matter of {@code text} where there is room for so many; still far beyond that if it was. */
    static String bounded(String text, int tokens) {
        return isFarBeyond(text, tokens + 1) ? text.substring(0, boundary(text, (tokens + 1) * MOST_CHARS)) : text;
    }

    /** The beginning of {@code text} that has at most so many tokens; never ends inside a character. */
    static String cut(String text, int tokens) {
        if (tokens <= 0) {
            return "";
        }
        String start = isFarBeyond(text, tokens) ? text.substring(0, boundary(text, tokens * MOST_CHARS)) : text;
        return Vocabulary.ENCODING.decode(
                Vocabulary.ENCODING.encodeOrdinary(start, tokens).getTokens());
    }

    private static int boundary(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    /** Read when it is first needed. */
    private static final class Vocabulary {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }
}
