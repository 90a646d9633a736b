package dev.opensync.sharing;

import dev.opensync.session.MessageCursor;
import dev.opensync.shared.OpenSyncException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a session has been looked through for secrets. It is all that the search needs to go on, so nobody has to keep it.
 *
 * @param lastSequence number of the last message that is looked at
 * @param place up to where it was looked; null at the start
 * @param messages how many were looked at
 * @param secrets how many were found
 * @param print of what was found, in its order: guards against slips, not against owners
 */
public record SecretTrail(int lastSequence, @Nullable MessageCursor place, int messages, int secrets, int print) {

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})\\.([0-9a-f]{1,8})(?:\\.(-?\\d{1,18})\\.(\\d{1,9}))?");

    private static final int HEX = 16;

    private static final int PRIME = 31;

    static SecretTrail start(int lastSequence) {
        return new SecretTrail(lastSequence, null, 0, 0, 0);
    }

    /** Of {@link #text}. Fails with {@code NOT_FOUND} for anything else. */
    public static SecretTrail parse(@Nullable String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw OpenSyncException.notFound("No such place in the search for secrets");
        }
        return new SecretTrail(
                Integer.parseInt(matcher.group(1)),
                matcher.group(5) == null
                        ? null
                        : new MessageCursor(Long.parseLong(matcher.group(5)), Integer.parseInt(matcher.group(6))),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseUnsignedInt(matcher.group(4), HEX));
    }

    /** As it stands in addresses. */
    public String text() {
        String start = lastSequence + "." + messages + "." + secrets + "." + Integer.toHexString(print);
        return place == null ? start : start + "." + place.createdMillis() + "." + place.sequence();
    }

    SecretTrail past(MessageCursor message) {
        return new SecretTrail(lastSequence, message, messages + 1, secrets, print);
    }

    SecretTrail with(FoundSecrets.Place found) {
        return new SecretTrail(lastSequence, place, messages, secrets + 1, PRIME * print + found.print());
    }
}
