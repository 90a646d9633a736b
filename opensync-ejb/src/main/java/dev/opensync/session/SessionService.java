package dev.opensync.session;

import dev.opensync.shared.Cursor;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.shared.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reading the sessions of one account. */
@Stateless
public class SessionService {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    SessionRepository sessions;

    @Inject
    MessageRepository messages;

    /** By last change, newest first; {@code after} null = from the start. */
    public Page<SessionSummary> newestFirst(long accountId, @Nullable Cursor after, int limit) {
        return list(accountId, SessionListing.NEWEST_FIRST, after, limit);
    }

    /** {@code after} null = from the start; a cursor belongs to the listing that gave it. */
    public Page<SessionSummary> list(long accountId, SessionListing listing, @Nullable Cursor after, int limit) {
        List<CodingSession> found = sessions.list(accountId, listing, after, limit + 1);
        List<CodingSession> shown = found.subList(0, Math.min(limit, found.size()));
        CodingSession last = found.size() > limit ? shown.get(shown.size() - 1) : null;
        return new Page<>(
                shown.stream().map(CodingSession::toSummary).toList(),
                last == null ? null : new Cursor(listing.order().value(last), last.id()));
    }

    /** How many sessions the listing has, counted up to {@code most}. */
    public int count(long accountId, SessionListing listing, int most) {
        return sessions.count(accountId, listing, most);
    }

    /** Empty if the account has no sessions. */
    public Optional<LastSync> lastSync(long accountId) {
        return sessions.lastSync(accountId);
    }

    /** {@code sessionId}: public or external id. Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public SessionSummary get(long accountId, String sessionId) {
        return find(accountId, sessionId).toSummary();
    }

    /** By their public ids, in the order of these; those of someone else are left out. */
    public List<SessionSummary> listed(long accountId, List<String> ids) {
        Map<String, SessionSummary> found = ids.isEmpty()
                ? Map.of()
                : sessions.findByPublicIds(accountId, ids).stream()
                        .collect(Collectors.toMap(CodingSession::publicId, CodingSession::toSummary));
        return ids.stream()
                .distinct()
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    /** What plugins sent to try the connection, at most {@code limit}. */
    public List<SessionSummary> connectionTests(long accountId, int limit) {
        return sessions.possibleTests(accountId, limit).stream()
                .map(CodingSession::toSummary)
                .filter(SessionSummary::isConnectionTest)
                .toList();
    }

    /** As the tools named them, each once, at most {@code limit}. */
    public List<String> names(long accountId, SessionName name, int limit) {
        return sessions.names(accountId, name, limit);
    }

    /** By row id; those of someone else are left out. */
    public Map<Long, SessionSummary> findAll(long accountId, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sessions.findAll(accountId, ids).stream()
                        .collect(Collectors.toMap(CodingSession::id, CodingSession::toSummary));
    }

    /**
     * In display order (creation, then arrival), at most {@code limit}; {@code after} null = from the start. Fails with
     * {@code NOT_FOUND}.
     */
    public List<TranscriptMessage> messages(
            long accountId, String sessionId, @Nullable MessageCursor after, int limit) {
        return messagesUpTo(Integer.MAX_VALUE, accountId, sessionId, after, limit);
    }

    /** Likewise, without those that arrived after the one numbered {@code last}. Fails with {@code NOT_FOUND}. */
    public List<TranscriptMessage> messagesUpTo(
            int last, long accountId, String sessionId, @Nullable MessageCursor after, int limit) {
        return messages.after(find(accountId, sessionId), last, after, limit);
    }

    /** What came in after the message numbered {@code sequence}, in order of arrival. Fails with {@code NOT_FOUND}. */
    public List<TranscriptMessage> arrivedAfter(long accountId, String sessionId, int sequence, int limit) {
        return messages.arrivedAfter(find(accountId, sessionId), sequence, limit);
    }

    /**
     * In display order, the last {@code limit} messages before the place {@code before}. Fails with {@code NOT_FOUND}.
     */
    public List<TranscriptMessage> messagesBefore(long accountId, String sessionId, MessageCursor before, int limit) {
        return messages.before(find(accountId, sessionId), before, limit);
    }

    /** In order of arrival, those with a tool's part that names one of {@code ids}. Fails with {@code NOT_FOUND}. */
    public List<TranscriptMessage> messagesNaming(long accountId, String sessionId, Set<String> ids, int limit) {
        CodingSession session = find(accountId, sessionId);
        return ids.isEmpty() ? List.of() : messages.naming(session, ids, limit);
    }

    /**
     * In display order, the numbers of the messages that say {@code text}, whatever the case of its letters. Fails with
     * {@code NOT_FOUND}.
     */
    public List<Integer> sequencesSaying(long accountId, String sessionId, String text, int limit) {
        String quoted = JSON.createValue(text).toString();
        return messages.saying(find(accountId, sessionId), text, quoted.substring(1, quoted.length() - 1), limit);
    }

    /** In order of arrival, the messages of these numbers. Fails with {@code NOT_FOUND}. */
    public List<TranscriptMessage> messagesNumbered(long accountId, String sessionId, Collection<Integer> sequences) {
        return messages.numbered(find(accountId, sessionId), sequences);
    }

    /** {@code sequence}: its number in the order of arrival. Fails with {@code NOT_FOUND}. */
    public TranscriptMessage message(long accountId, String sessionId, int sequence) {
        return messages.arrivedAfter(find(accountId, sessionId), sequence - 1, 1).stream()
                .filter(message -> message.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> OpenSyncException.notFound("Message not found"));
    }

    /** Of all these accounts together, at most {@code limit}, the newest changes first. */
    public List<SessionRevision> changedSince(Set<Long> accountIds, Instant since, int limit) {
        return sessions.changedSince(accountIds, since.toEpochMilli(), limit);
    }

    /** The external ids greater than {@code after} in their order, at most {@code limit}; the empty text comes first. */
    public List<String> externalIds(long accountId, String after, int limit) {
        return sessions.externalIds(accountId, after, limit);
    }

    private CodingSession find(long accountId, String sessionId) {
        return sessions.find(accountId, sessionId).orElseThrow(() -> OpenSyncException.notFound("Session not found"));
    }
}
