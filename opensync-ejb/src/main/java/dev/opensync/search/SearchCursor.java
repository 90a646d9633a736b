package dev.opensync.search;

import dev.opensync.shared.OpenSyncException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the ranking of sessions.
 *
 * @param score of the last session already seen
 * @param sessionId row id of that session, which decides between equal scores
 */
public record SearchCursor(double score, long sessionId) {

    private static final Pattern TEXT = Pattern.compile("(\\p{XDigit}{1,16})-(\\d{1,18})");
    private static final int HEX = 16;

    /** Fails with {@code INVALID} for text that no page of ours has given out. */
    public static SearchCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw OpenSyncException.invalid("cursor must be the nextCursor of an earlier answer");
        }
        return new SearchCursor(
                Double.longBitsToDouble(Long.parseUnsignedLong(matcher.group(1), HEX)),
                Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return Long.toHexString(Double.doubleToLongBits(score)) + "-" + sessionId;
    }
}
