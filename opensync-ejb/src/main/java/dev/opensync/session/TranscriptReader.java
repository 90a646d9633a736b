package dev.opensync.session;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** Of messages whose length nobody knows yet. */
    private static final int FIRST_CHUNK = 10;

    /** Large enough that the query is not the cost. */
    private static final int MAX_CHUNK = 200;

    /** What is read at once stays about below, as far as the messages before let it be known. */
    private static final long CHUNK_CHARS = 4_000_000;

    @EJB
    SessionService sessions;

    /** In display order. May be walked more than once; each walk reads again. */
    public Iterable<TranscriptMessage> messages(long accountId, String sessionId) {
        return messagesUpTo(Integer.MAX_VALUE, accountId, sessionId, null);
    }

    /**
     * Likewise, without those that arrived after the one numbered {@code last}, from the place {@code after} on; null = from
     * the start.
     */
    public Iterable<TranscriptMessage> messagesUpTo(
            int last, long accountId, String sessionId, @Nullable MessageCursor after) {
        return () -> new Walk(last, accountId, sessionId, after);
    }

    private final class Walk implements Iterator<TranscriptMessage> {

        private final int lastSequence;
        private final long accountId;
        private final String sessionId;
        private final Queue<TranscriptMessage> chunk = new ArrayDeque<>();
        private @Nullable MessageCursor place;
        private int size = FIRST_CHUNK;
        private boolean atEnd;

        Walk(int lastSequence, long accountId, String sessionId, @Nullable MessageCursor place) {
            this.lastSequence = lastSequence;
            this.accountId = accountId;
            this.sessionId = sessionId;
            this.place = place;
        }

        @Override
        public boolean hasNext() {
            if (chunk.isEmpty() && !atEnd) {
                List<TranscriptMessage> read = sessions.messagesUpTo(lastSequence, accountId, sessionId, place, size);
                chunk.addAll(read);
                atEnd = read.size() < size;
                size = nextSize(read);
            }
            return !chunk.isEmpty();
        }

        private int nextSize(List<TranscriptMessage> read) {
            long chars = read.stream().mapToLong(TranscriptMessage::chars).sum();
            long fitting = CHUNK_CHARS * Math.max(1, read.size()) / Math.max(1, chars);
            return (int) Math.max(1, Math.min(fitting, Math.min(2L * size, MAX_CHUNK)));
        }

        @Override
        public TranscriptMessage next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            TranscriptMessage message = chunk.remove();
            place = MessageCursor.of(message);
            return message;
        }
    }
}
