package dev.opensync.eval.dataset;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.HeldMessages;
import dev.opensync.eval.cases.SpokenMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;

/** The sessions of a version, however many and long: they and their messages are read a few at a time. */
@ApplicationScoped
public class DatasetReading {

    private static final int SESSIONS = 50;

    /** Of which each may be long. */
    private static final int MESSAGES = 20;

    @Inject
    DatasetRepository datasets;

    Iterable<Conversation> conversations(long accountId, long versionId) {
        return () -> new Chunks<>() {

            private int last;

            @Override
            List<Conversation> read() {
                Map<Integer, String> contents = datasets.sessions(accountId, versionId, last, SESSIONS);
                contents.keySet().forEach(number -> last = number);
                return contents.entrySet().stream()
                        .map(entry -> StoredConversation.parse(
                                entry.getValue(), new HeldMessages(messages(accountId, versionId, entry.getKey()))))
                        .toList();
            }
        };
    }

    private Iterable<SpokenMessage> messages(long accountId, long versionId, int session) {
        return () -> new Chunks<>() {

            private int first = 1;

            @Override
            List<SpokenMessage> read() {
                List<SpokenMessage> messages = datasets.messages(accountId, versionId, session, first, MESSAGES);
                first += messages.size();
                return messages;
            }
        };
    }

    /** Ends with the first empty chunk. */
    private abstract static class Chunks<T> implements Iterator<T> {

        private final Queue<T> chunk = new ArrayDeque<>();
        private boolean atEnd;

        abstract List<T> read();

        @Override
        public boolean hasNext() {
            if (chunk.isEmpty() && !atEnd) {
                chunk.addAll(read());
                atEnd = chunk.isEmpty();
            }
            return !chunk.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return chunk.remove();
        }
    }
}
