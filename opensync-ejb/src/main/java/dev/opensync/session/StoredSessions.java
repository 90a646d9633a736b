package dev.opensync.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sessions of all accounts, for building what is derived from them; nothing of it may reach a person unscoped. */
@ApplicationScoped
public class StoredSessions {

    @Inject
    SessionRepository sessions;

    @Inject
    MessageRepository messages;

    /** By row id; those that were deleted are missing. */
    public Map<Long, StoredSession> findAll(Collection<Long> ids) {
        Map<Long, SessionMarks> marks = sessions.marks(ids);
        return sessions.findAll(ids).stream()
                .map(session -> session.toStored(marks.getOrDefault(session.id(), SessionMarks.NONE)))
                .collect(Collectors.toMap(StoredSession::id, Function.identity()));
    }

    /** In order of arrival, by row id of their session, which is one of {@code of}. */
    public Map<Long, List<TranscriptMessage>> messages(Collection<StoredSession> of, List<MessageRun> runs) {
        return messages.inRuns(
                of.stream()
                        .collect(Collectors.toMap(
                                StoredSession::id, session -> session.summary().id())),
                runs);
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
