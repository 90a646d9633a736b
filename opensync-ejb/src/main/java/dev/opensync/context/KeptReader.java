package dev.opensync.context;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import java.util.ArrayList;
import java.util.List;

/** Reads stretches of messages as they are now. */
final class KeptReader {

    /** As {@link CandidateReader}, which found the stretch. */
    private static final int MOST_READ = 800;

    private static final int CHUNK = 50;

    private final SessionService sessions;
    private final long accountId;
    private final int maxTokens;

    KeptReader(SessionService sessions, long accountId, int maxTokens) {
        this.sessions = sessions;
        this.accountId = accountId;
        this.maxTokens = maxTokens;
    }

    /** Fails with {@code NOT_FOUND} if the session was deleted. */
    Candidates read(KeptStretch stretch) {
        SessionSummary session = sessions.get(accountId, stretch.sessionId());
        List<ContextMessage> messages = new ArrayList<>();
        int best = 0;
        for (TranscriptMessage message : messages(session.id(), stretch)) {
            if (message.sequence() == stretch.best()) {
                best = messages.size();
            }
            if (!message.readableText().isBlank() && messages.size() < ContextRequest.MOST_MESSAGES) {
                messages.add(ContextMessage.of(message, maxTokens));
            }
        }
        return new Candidates(
                session, messages, Math.max(0, Math.min(best, messages.size() - 1)), ContextRequest.MOST_MESSAGES);
    }

    private List<TranscriptMessage> messages(String sessionId, KeptStretch stretch) {
        List<TranscriptMessage> found = new ArrayList<>();
        TranscriptMessage first = sessions.message(accountId, sessionId, stretch.first());
        MessageCursor next = new MessageCursor(first.createdAt().toEpochMilli(), first.sequence() - 1);
        while (next != null && found.size() < MOST_READ) {
            List<TranscriptMessage> chunk = sessions.messages(accountId, sessionId, next, CHUNK);
            next = chunk.size() < CHUNK ? null : MessageCursor.of(chunk.get(chunk.size() - 1));
            for (TranscriptMessage message : chunk) {
                found.add(message);
                if (message.sequence() == stretch.last()) {
                    return found;
                }
            }
        }
        return found;
    }
}
