package dev.opensync.context;

import dev.opensync.search.SearchResult;
import dev.opensync.session.MessageCursor;
import dev.opensync.session.SessionService;
import dev.opensync.session.TranscriptMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads the messages of found sessions that an agent may want to see. */
final class CandidateReader {

    private static final MessageCursor END = new MessageCursor(Long.MAX_VALUE, Integer.MAX_VALUE);

    /** Between two that say something may lie hundreds of calls of tools, but nobody waits for thousands to be read. */
    private static final int MOST_READ = 400;

    private static final int CHUNK = 20;

    private final SessionService sessions;
    private final long accountId;
    private final ContextRequest request;

    CandidateReader(SessionService sessions, long accountId, ContextRequest request) {
        this.sessions = sessions;
        this.accountId = accountId;
        this.request = request;
    }

    /** Fails with {@code NOT_FOUND} if it was deleted meanwhile. */
    Candidates read(SearchResult result) {
        String id = result.session().id();
        String hitId = result.messageId();
        if (!request.aroundHit() || hitId == null) {
            List<ContextMessage> last = before(id, END);
            return candidates(result, last, Math.max(0, last.size() - 1));
        }
        TranscriptMessage hit =
                sessions.message(accountId, id, Integer.parseInt(hitId.substring(hitId.lastIndexOf('-') + 1)));
        List<ContextMessage> messages = before(id, MessageCursor.of(hit));
        int best = messages.size();
        if (isWanted(hit)) {
            messages.add(ContextMessage.of(hit, request.maxTokens()));
        }
        messages.addAll(after(id, MessageCursor.of(hit)));
        return candidates(result, messages, Math.max(0, Math.min(best, messages.size() - 1)));
    }

    private Candidates candidates(SearchResult result, List<ContextMessage> messages, int best) {
        return new Candidates(result.session(), messages, best, request.messages());
    }

    private List<ContextMessage> before(String id, MessageCursor place) {
        List<ContextMessage> found = new ArrayList<>();
        MessageCursor next = place;
        for (int read = 0; next != null && found.size() < request.messages() && read < MOST_READ; read += CHUNK) {
            List<TranscriptMessage> chunk = new ArrayList<>(sessions.messagesBefore(accountId, id, next, CHUNK));
            next = chunk.size() < CHUNK ? null : MessageCursor.of(chunk.get(0));
            Collections.reverse(chunk);
            add(chunk, found);
        }
        Collections.reverse(found);
        return found;
    }

    private List<ContextMessage> after(String id, MessageCursor place) {
        List<ContextMessage> found = new ArrayList<>();
        MessageCursor next = place;
        for (int read = 0; next != null && found.size() < request.messages() && read < MOST_READ; read += CHUNK) {
            List<TranscriptMessage> chunk = sessions.messages(accountId, id, next, CHUNK);
            next = chunk.size() < CHUNK ? null : MessageCursor.of(chunk.get(chunk.size() - 1));
            add(chunk, found);
        }
        return found;
    }

    private void add(List<TranscriptMessage> chunk, List<ContextMessage> found) {
        for (TranscriptMessage message : chunk) {
            if (found.size() < request.messages() && isWanted(message)) {
                found.add(ContextMessage.of(message, request.maxTokens()));
            }
        }
    }

    private boolean isWanted(TranscriptMessage message) {
        return !request.withoutEmpty() || !message.readableText().isBlank();
    }
}
