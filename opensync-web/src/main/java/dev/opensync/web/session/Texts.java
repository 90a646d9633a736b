package dev.opensync.web.session;

import java.util.regex.Pattern;

/** Limits of what one block of a page may hold. */
final class Texts {

    /** A person reads this much in one piece; the rest is on the page of the message. */
    static final int SHOWN_CHARS = 40_000;

    private static final int LINE_CHARS = 300;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Texts() {}

    /** The start of {@code text}, never ending within a character. */
    static String cut(String text) {
        return cut(text, SHOWN_CHARS);
    }

    static boolean isCut(String text) {
        return text.length() > SHOWN_CHARS;
    }

    /** Without white space: two texts alike in this sense read the same. */
    static String squeezed(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    static String firstLine(String text) {
        return line(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(""));
    }

    /** For what stands in one line, such as a name. */
    static String line(String text) {
        return text.length() <= LINE_CHARS ? text : cut(text, LINE_CHARS) + "…";
    }

    private static String cut(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars);
    }
}
