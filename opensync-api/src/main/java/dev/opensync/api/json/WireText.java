package dev.opensync.api.json;

import java.nio.charset.StandardCharsets;

/** Text as it can be stored: without half surrogate pairs, which no encoding can carry. */
public final class WireText {

    private static final char REPLACEMENT = '\uFFFD';

    private WireText() {}

    /** Half surrogate pairs become U+FFFD. */
    public static String clean(String text) {
        return isLatin(text) ? text : withoutHalves(text);
    }

    /** Most texts are, and to copy one there and back is many times faster than to look at each character. */
    private static boolean isLatin(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.ISO_8859_1).equals(text);
    }

    private static String withoutHalves(String text) {
        StringBuilder cleaned = null;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                cleaned = cleaned == null ? new StringBuilder(text) : cleaned;
                cleaned.setCharAt(i, REPLACEMENT);
            }
        }
        return cleaned == null ? text : cleaned.toString();
    }
}
