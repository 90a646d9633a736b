package dev.opensync.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list ordered by a number and row id, written {@code <number>-<row id>}.
 *
 * @param value of the last row already seen, mostly epoch milliseconds
 * @param id row id of that row, which decides between rows of the same value
 */
public record Cursor(long value, long id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Fails with {@code INVALID} for text that no page of ours has given out. */
    public static Cursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw OpenSyncException.invalid("cursor must be the nextCursor of an earlier answer");
        }
        return new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return value + "-" + id;
    }
}
