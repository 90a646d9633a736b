package dev.opensync.sharing;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is shown of sessions, with everything taken out that is not for others. */
@Stateless
public class ExhibitService {

    /** Messages may be long. */
    private static final int AT_A_TIME = 20;

    @Inject
    ShareRepository shares;

    @EJB
    SessionService sessions;

    @Inject
    InstantSource clock;

    /** Empty if there is no such address, no longer or for good. */
    public Optional<Exhibit> find(String slug) {
        return shares.findExhibit(slug, clock.millis());
    }

    /** What would be shown if the owner shared the session now. Fails with {@code NOT_FOUND}, also for one of someone else. */
    public Exhibit preview(long accountId, String sessionId, boolean withSecrets) {
        SessionSummary session = sessions.get(accountId, sessionId);
        return new Exhibit(
                accountId, session.id(), session.projectPath(), withSecrets, session.messageCount(), true, false);
    }

    public SharedSession session(Exhibit exhibit) {
        return SharedSession.of(sessions.get(exhibit.accountId(), exhibit.sessionId()), exhibit.redaction());
    }

    /** In display order, at most {@code limit}; {@code place} null = from the start. */
    public List<TranscriptMessage> after(Exhibit exhibit, @Nullable MessageCursor place, int limit) {
        return redacted(
                exhibit,
                sessions.messagesUpTo(exhibit.lastSequence(), exhibit.accountId(), exhibit.sessionId(), place, limit));
    }

    /** In display order, the last {@code limit} before {@code place}. */
    public List<TranscriptMessage> before(Exhibit exhibit, MessageCursor place, int limit) {
        return redacted(exhibit, sessions.messagesBefore(exhibit.accountId(), exhibit.sessionId(), place, limit));
    }

    /** Those with a tool's part that names one of {@code ids}, at most {@code limit}. */
    public List<TranscriptMessage> naming(Exhibit exhibit, Set<String> ids, int limit) {
        return redacted(exhibit, sessions.messagesNaming(exhibit.accountId(), exhibit.sessionId(), ids, limit));
    }

    /**
     * In display order, the numbers of the messages that say {@code text} as others read them: what is taken out is not found
     * either.
     */
    public List<Integer> saying(Exhibit exhibit, String text, int limit) {
        List<Integer> numbers = sessions.sequencesSaying(exhibit.accountId(), exhibit.sessionId(), text, limit);
        Set<Integer> said = new HashSet<>();
        for (int i = 0; i < numbers.size(); i += AT_A_TIME) {
            List<Integer> some = numbers.subList(i, Math.min(numbers.size(), i + AT_A_TIME));
            redacted(exhibit, sessions.messagesNumbered(exhibit.accountId(), exhibit.sessionId(), some)).stream()
                    .filter(message -> message.says(text))
                    .forEach(message -> said.add(message.sequence()));
        }
        return numbers.stream().filter(said::contains).toList();
    }

    /** Fails with {@code NOT_FOUND}. */
    public TranscriptMessage message(Exhibit exhibit, int sequence) {
        if (sequence > exhibit.lastSequence()) {
            throw OpenSyncException.notFound("Message not found");
        }
        TranscriptMessage message = sessions.message(exhibit.accountId(), exhibit.sessionId(), sequence);
        return exhibit.shown(exhibit.redaction(), message);
    }

    private static List<TranscriptMessage> redacted(Exhibit exhibit, List<TranscriptMessage> messages) {
        Redaction redaction = exhibit.redaction();
        return messages.stream()
                .filter(message -> message.sequence() <= exhibit.lastSequence())
                .map(message -> exhibit.shown(redaction, message))
                .toList();
    }
}
