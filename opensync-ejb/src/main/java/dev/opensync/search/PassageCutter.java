package dev.opensync.search;

import java.util.function.ToIntFunction;

/** Cuts long texts into pieces that an embedder takes in whole, between sentences or lines where it can. */
final class PassageCutter {

    /** Changes with every change of how passages are made: all are then made anew. */
    static final int FORMAT = 1;

    /** A passage that says more than this is near to everything and found by nothing. */
    private static final int ENOUGH_TOKENS = 256;

    private static final int LONGEST_SENTENCE = 500;
    private static final int HUGE = 1_000_000;
    private static final String SENTENCE_ENDS = ".!?:;";
    private static final String WIDE_SENTENCE_ENDS = "。！？";

    private final ToIntFunction<String> tokens;
    private final int most;
    private final int ofAnyText;

    /** {@code maxTokens}: what the embedder takes at most, counted by {@code tokens}. */
    PassageCutter(ToIntFunction<String> tokens, int maxTokens) {
        this.tokens = tokens;
        most = Math.min(maxTokens, ENOUGH_TOKENS);
        ofAnyText = tokens.applyAsInt("");
    }

    /** How many tokens a passage may hold, by the measure of {@link #size}. */
    int room() {
        return most - ofAnyText;
    }

    /** Without what the embedder adds to any text; more than {@link #room} if the text is too long. */
    int size(String text) {
        // No need to count what is obviously too long.
        return text.length() > most * LONGEST_SENTENCE ? HUGE : tokens.applyAsInt(Passage.meaningOf(text)) - ofAnyText;
    }

    /** Where the piece that begins at {@code start} has to end; greater than {@code start}. */
    int endOfPiece(String text, int start) {
        int end = start;
        int used = 0;
        while (end < text.length()) {
            int next = endOfSentence(text, end);
            used += size(text.substring(end, next));
            if (used > room()) {
                break;
            }
            end = next;
        }
        return fitting(text, start, end > start ? end : endOfSentence(text, start));
    }

    /** Not beyond the next line or sentence, and of overlong ones not beyond a space. */
    private static int endOfSentence(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_SENTENCE);
        int space = start;
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n' || WIDE_SENTENCE_ENDS.indexOf(c) >= 0) {
                return i + 1;
            }
            if (Character.isWhitespace(c)) {
                if (i > start && SENTENCE_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
                    return i + 1;
                }
                space = i + 1;
            }
        }
        return limit == text.length() ? limit : space > start ? space : boundary(text, start, limit);
    }

    /** Shorter by halves until it fits. */
    private int fitting(String text, int start, int end) {
        int fitting = end;
        while (size(text.substring(start, fitting)) > room()) {
            int shorter = boundary(text, start, start + (fitting - start) / 2);
            if (shorter >= fitting) {
                return fitting;
            }
            fitting = shorter;
        }
        return fitting;
    }

    /** Never between the halves of a character, and always beyond {@code start}. */
    private static int boundary(String text, int start, int index) {
        int end = Math.max(index, start + 1);
        return end < text.length()
                        && Character.isLowSurrogate(text.charAt(end))
                        && Character.isHighSurrogate(text.charAt(end - 1))
                ? (end - 1 > start ? end - 1 : end + 1)
                : end;
    }
}
