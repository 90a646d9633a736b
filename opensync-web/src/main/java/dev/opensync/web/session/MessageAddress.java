package dev.opensync.web.session;

import dev.opensync.shared.OpenSyncException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public id of a message taken apart: its session and the number of its arrival. */
record MessageAddress(String sessionId, int sequence) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{32})-(\\d{1,9})");

    /** Fails with {@code NOT_FOUND} for what no page of ours links to. */
    static MessageAddress parse(@Nullable String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw OpenSyncException.notFound("Message not found");
        }
        return new MessageAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
}
