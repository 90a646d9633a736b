package dev.opensync.web.session;

/** Limits of what one block of a page may hold. */
final class Texts {

    /** A browser shows this much at once without trouble; the API gives the rest. */
    private static final int SHOWN_CHARS = 100_000;

    private Texts() {}

    /** The start of {@code text}, never ending within a character. */
    static String cut(String text) {
        if (text.length() <= SHOWN_CHARS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SHOWN_CHARS - 1)) ? SHOWN_CHARS - 1 : SHOWN_CHARS;
        return text.substring(0, end);
    }

    /** Without white space: two texts alike in this sense read the same. */
    static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
