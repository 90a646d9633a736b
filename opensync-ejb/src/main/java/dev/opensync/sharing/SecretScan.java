package dev.opensync.sharing;

import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Looks through a whole session for secrets before it is shown. */
@ApplicationScoped
public class SecretScan {

    /** Whoever has more of them will not read them one by one. */
    private static final int LISTED = 100;

    @Inject
    SessionService sessions;

    @Inject
    TranscriptReader transcripts;

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public FoundSecrets find(long accountId, String sessionId) {
        SessionSummary session = sessions.get(accountId, sessionId);
        List<FoundSecrets.Place> first = new ArrayList<>();
        int[] at = {0};
        int[] count = {0};
        Redaction redaction = Redaction.of(null, true, secret -> {
            count[0]++;
            if (first.size() < LISTED) {
                first.add(new FoundSecrets.Place(at[0], secret));
            }
        });
        String title = session.title();
        redaction.of(title == null ? "" : title);
        for (TranscriptMessage message : transcripts.messages(accountId, session.id())) {
            at[0] = message.sequence();
            redaction.of(message, message.id());
        }
        return new FoundSecrets(first, count[0]);
    }
}
