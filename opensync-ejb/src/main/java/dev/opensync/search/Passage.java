package dev.opensync.search;

import dev.opensync.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What is embedded as one: a run of short messages, or a piece of a long one.
 *
 * @param firstSequence the first of its messages; 0 is the session's title
 * @param ordinal which piece of a long message it is, from 0
 * @param start where the piece begins among the characters of the message
 * @param end where it ends, exclusive; of a run it is the length of all
 */
record Passage(int firstSequence, int ordinal, int lastSequence, int start, int end, String text) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** In one place of the session at a time there is one passage. */
    Key key() {
        return new Key(firstSequence, ordinal);
    }

    /** What is embedded: how the words are spaced means nothing. */
    String meaning() {
        return meaningOf(text);
    }

    static String meaningOf(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** By which the meaning is recognised. */
    TextHash hash() {
        return new TextHash(Sha256.digest().digest(meaning().getBytes(StandardCharsets.UTF_8)));
    }

    /** Its place within the session. */
    record Key(int firstSequence, int ordinal) {}
}
