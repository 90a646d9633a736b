package dev.opensync.sharing;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptReader;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Looks through a session for secrets before it is shown: through all of it, or a stretch at a time. */
@ApplicationScoped
public class SecretScan {

    /** Whoever has more of them will not read them one by one. */
    private static final int LISTED = 100;

    /** Together some tens of milliseconds; what comes first ends a stretch. */
    private static final int STRETCH_MESSAGES = 1_000;

    private static final long STRETCH_CHARS = 2_000_000;

    @EJB
    SessionService sessions;

    @Inject
    TranscriptReader transcripts;

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public FoundSecrets find(long accountId, String sessionId) {
        return find(accountId, sessionId, Integer.MAX_VALUE);
    }

    /** Without the messages that arrived after the one numbered {@code lastSequence}. Fails with {@code NOT_FOUND}. */
    public FoundSecrets find(long accountId, String sessionId, int lastSequence) {
        return look(accountId, sessionId, SecretTrail.start(lastSequence), Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Goes on for a stretch. Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public FoundSecrets findMore(long accountId, String sessionId, SecretTrail trail) {
        return look(accountId, sessionId, trail, STRETCH_MESSAGES, STRETCH_CHARS);
    }

    private FoundSecrets look(long accountId, String sessionId, SecretTrail trail, int mostMessages, long mostChars) {
        SessionSummary session = sessions.get(accountId, sessionId);
        Finds finds = new Finds(trail);
        Redaction redaction = Redaction.of(null, true, finds::add);
        String title = session.title();
        if (trail.place() == null && title != null) {
            redaction.of(title);
        }
        int messages = 0;
        long chars = 0;
        for (TranscriptMessage message :
                transcripts.messagesUpTo(trail.lastSequence(), accountId, session.id(), trail.place())) {
            finds.at = message.sequence();
            redaction.of(message, message.id());
            finds.trail = finds.trail.past(MessageCursor.of(message));
            messages++;
            chars += message.chars();
            if (messages >= mostMessages || chars >= mostChars) {
                return new FoundSecrets(finds.listed, finds.trail, false);
            }
        }
        return new FoundSecrets(finds.listed, finds.trail, true);
    }

    private static final class Finds {

        private final List<FoundSecrets.Place> listed = new ArrayList<>();
        private SecretTrail trail;
        private int at;

        Finds(SecretTrail trail) {
            this.trail = trail;
        }

        void add(SecretExcerpt secret) {
            FoundSecrets.Place place = new FoundSecrets.Place(at, secret);
            if (trail.secrets() < LISTED) {
                listed.add(place);
            }
            trail = trail.with(place);
        }
    }
}
