package dev.opensync.embedding;

import java.text.Normalizer;
import java.util.function.Consumer;

/**
 * Cuts text into words the way uncased BERT models were taught: lower case, without accents and control characters;
 * each punctuation mark and each Chinese character is a word of its own.
 */
final class PlainWords {

    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private final Consumer<String> words;
    private final StringBuilder word = new StringBuilder();

    private PlainWords(Consumer<String> words) {
        this.words = words;
    }

    static void forEach(String text, Consumer<String> words) {
        PlainWords cut = new PlainWords(words);
        Normalizer.normalize(clean(text), Normalizer.Form.NFD).codePoints().forEach(cut::take);
        cut.endWord();
    }

    private void take(int character) {
        if (character == ' ') {
            endWord();
        } else if (isAlone(character)) {
            endWord();
            word.appendCodePoint(character);
            endWord();
        } else if (Character.getType(character) != Character.NON_SPACING_MARK) {
            word.appendCodePoint(Character.toLowerCase(character));
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.accept(word.toString());
            word.setLength(0);
        }
    }

    private static CharSequence clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isWhite(character)) {
                clean.append(' ');
            } else if (isChinese(character)) {
                clean.append(' ').appendCodePoint(character).append(' ');
            } else if (isText(character)) {
                clean.appendCodePoint(character);
            }
        });
        return clean;
    }

    private static boolean isWhite(int character) {
        return character == '\t' || character == '\n' || character == '\r' || Character.isSpaceChar(character);
    }

    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> false;
            default -> character != REPLACEMENT_CHARACTER;
        };
    }

    /** The ranges of the original tokenizer; Japanese kana and Korean are words like others. */
    private static boolean isChinese(int character) {
        return isWithin(character, 0x4E00, 0x9FFF)
                || isWithin(character, 0x3400, 0x4DBF)
                || isWithin(character, 0x20000, 0x2A6DF)
                || isWithin(character, 0x2A700, 0x2B81F)
                || isWithin(character, 0x2B920, 0x2CEAF)
                || isWithin(character, 0xF900, 0xFAFF)
                || isWithin(character, 0x2F800, 0x2FA1F);
    }

    private static boolean isWithin(int character, int first, int last) {
        return character >= first && character <= last;
    }

    private static boolean isAlone(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            // Signs such as + and ^ count as punctuation within ASCII only.
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL -> character < 0x80;
            default -> false;
        };
    }
}
