package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.TranscriptMessage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The messages of one session that somebody may read: all of them for its owner, what was made public for everybody else. */
public interface MessageSource {

    /** In display order, at most {@code limit}; {@code place} null = from the start. */
    List<TranscriptMessage> after(@Nullable MessageCursor place, int limit);

    /** In display order, the last {@code limit} before {@code place}. */
    List<TranscriptMessage> before(MessageCursor place, int limit);

    /** Where the message of that number stands. Fails with {@code NOT_FOUND}. */
    MessageCursor place(int sequence);

    /** Those with a tool's part that names one of {@code ids}, at most {@code limit}. */
    List<TranscriptMessage> naming(Set<String> ids, int limit);
}
