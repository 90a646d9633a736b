package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.shared.OpenSyncException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places among the messages of a session as they stand in addresses: {@code <epoch milliseconds>-<arrival number>}. */
final class Places {

    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,18})-(\\d{1,9})");

    private static final Pattern ARRIVAL = Pattern.compile("\\d{1,9}");

    private Places() {}

    /** The number of an arrival. Fails with {@code NOT_FOUND} for anything else. */
    static int arrival(String text) {
        if (!ARRIVAL.matcher(text).matches()) {
            throw OpenSyncException.notFound("No such place in the session");
        }
        return Integer.parseInt(text);
    }

    static String text(MessageCursor place) {
        return place.createdMillis() + "-" + place.sequence();
    }

    /** Fails with {@code NOT_FOUND} for what no page of ours links to. */
    static MessageCursor parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw OpenSyncException.notFound("No such place in the session");
        }
        return new MessageCursor(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
