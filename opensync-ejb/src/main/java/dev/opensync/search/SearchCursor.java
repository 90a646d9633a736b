package dev.opensync.search;

import dev.opensync.shared.OpenSyncException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the ranking of sessions.
 *
 * @param type by which they are ranked; scores of different types cannot be compared
 * @param score of the last session already seen
 * @param sessionId row id of that session, after which the ranking goes on
 */
public record SearchCursor(SearchType type, double score, long sessionId) {

    private static final Pattern TEXT = Pattern.compile("(fulltext|semantic|hybrid)-(\\p{XDigit}{1,16})-(\\d{1,18})");
    private static final int HEX = 16;

    static SearchCursor of(SearchType type, RankedSession last) {
        return new SearchCursor(type, last.score(), last.sessionId());
    }

    /** Fails with {@code INVALID} for text that no page of ours has given out. */
    public static SearchCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw OpenSyncException.invalid("cursor must be the nextCursor of an earlier answer");
        }
        return new SearchCursor(
                SearchType.of(matcher.group(1)),
                Double.longBitsToDouble(Long.parseUnsignedLong(matcher.group(2), HEX)),
                Long.parseLong(matcher.group(3)));
    }

    @Override
    public String toString() {
        return type.wireName() + "-" + Long.toHexString(Double.doubleToLongBits(score)) + "-" + sessionId;
    }
}
