package dev.opensync.library;

import dev.opensync.shared.OpenSyncException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public id of a message taken apart: its session and the number of its arrival. */
record MessageId(String sessionId, int sequence) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{32})-(\\d{1,9})");

    /** Fails with {@code NOT_FOUND} for text that no answer of ours has given out. */
    static MessageId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw OpenSyncException.notFound("Message not found");
        }
        return new MessageId(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
}
