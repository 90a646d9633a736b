package dev.opensync.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The sessions of all accounts, for building what is derived from them; nothing of it may reach a person unscoped. */
@ApplicationScoped
public class StoredSessions {

    @Inject
    SessionRepository sessions;

    @Inject
    MessageRepository messages;

    /** Empty if it was deleted. */
    public Optional<StoredSession> find(long id) {
        return sessions.find(id).map(CodingSession::toStored);
    }

    /** In order of arrival, those numbered from {@code first} to {@code last}, at most {@code limit}. */
    public List<TranscriptMessage> messages(StoredSession session, int first, int last, int limit) {
        return messages.between(session.id(), session.summary().id(), first, last, limit);
    }

    /** In order, those greater than {@code after}. */
    public List<Long> idsAfter(long after, int limit) {
        return sessions.idsAfter(after, limit);
    }
}
