package dev.opensync.web.sharing;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.sharing.Exhibit;
import dev.opensync.sharing.ExhibitService;
import dev.opensync.web.session.MessageSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The messages of a session as others may read them. */
record ExhibitMessages(ExhibitService exhibits, Exhibit exhibit) implements MessageSource {

    @Override
    public List<TranscriptMessage> after(@Nullable MessageCursor place, int limit) {
        return exhibits.after(exhibit, place, limit);
    }

    @Override
    public List<TranscriptMessage> before(MessageCursor place, int limit) {
        return exhibits.before(exhibit, place, limit);
    }

    @Override
    public MessageCursor place(int sequence) {
        return MessageCursor.of(exhibits.message(exhibit, sequence));
    }

    @Override
    public List<TranscriptMessage> naming(Set<String> ids, int limit) {
        return exhibits.naming(exhibit, ids, limit);
    }
}
