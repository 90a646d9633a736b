package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.SessionService;
import dev.opensync.session.TranscriptMessage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The messages of a session for its owner. Every method fails with {@code NOT_FOUND} for a session of someone else. */
record OwnMessages(SessionService sessions, long accountId, String sessionId) implements MessageSource {

    @Override
    public List<TranscriptMessage> after(@Nullable MessageCursor place, int limit) {
        return sessions.messages(accountId, sessionId, place, limit);
    }

    @Override
    public List<TranscriptMessage> before(MessageCursor place, int limit) {
        return sessions.messagesBefore(accountId, sessionId, place, limit);
    }

    @Override
    public List<TranscriptMessage> naming(Set<String> ids, int limit) {
        return sessions.messagesNaming(accountId, sessionId, ids, limit);
    }

    List<TranscriptMessage> arrivedAfter(int sequence, int limit) {
        return sessions.arrivedAfter(accountId, sessionId, sequence, limit);
    }

    @Override
    public MessageCursor place(int sequence) {
        return MessageCursor.of(sessions.message(accountId, sessionId, sequence));
    }
}
