package dev.opensync.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A whole session, however long, message by message: a chunk at a time is read in a transaction of its own, so memory stays
 * constant and nothing is locked while a slow client takes its time.
 */
@ApplicationScoped
public class TranscriptReader {

    /** Large enough that the query is not the cost, small enough for messages of a megabyte each. */
    private static final int CHUNK = 50;

    @Inject
    SessionService sessions;

    /** In display order. May be walked more than once; each walk reads again. */
    public Iterable<TranscriptMessage> messages(long accountId, String sessionId) {
        return () -> new Walk(accountId, sessionId);
    }

    private final class Walk implements Iterator<TranscriptMessage> {

        private final long accountId;
        private final String sessionId;
        private final Queue<TranscriptMessage> chunk = new ArrayDeque<>();
        private @Nullable MessageCursor last;
        private boolean atEnd;

        Walk(long accountId, String sessionId) {
            this.accountId = accountId;
            this.sessionId = sessionId;
        }

        @Override
        public boolean hasNext() {
            if (chunk.isEmpty() && !atEnd) {
                List<TranscriptMessage> read = sessions.messages(accountId, sessionId, last, CHUNK);
                chunk.addAll(read);
                atEnd = read.size() < CHUNK;
            }
            return !chunk.isEmpty();
        }

        @Override
        public TranscriptMessage next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            TranscriptMessage message = chunk.remove();
            last = MessageCursor.of(message);
            return message;
        }
    }
}
