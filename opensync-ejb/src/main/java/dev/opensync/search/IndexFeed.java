package dev.opensync.search;

import dev.opensync.session.StoredSession;
import dev.opensync.session.StoredSessions;
import dev.opensync.session.TranscriptMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings one index up to date, piece by piece. Repeating a piece does no harm. */
final class IndexFeed {

    private static final int TASKS_AT_A_TIME = 200;
    private static final int SESSIONS_AT_A_TIME = 20;
    private static final int DOCUMENTS_AT_A_TIME = 500;
    private static final long CHARS_AT_A_TIME = 8_000_000;
    private static final int MESSAGES_AT_A_TIME = 20;

    /** Longer than any transaction that stores messages may take. */
    private static final long OPEN_TRANSACTION_MS = 180_000;

    private final SearchIndex index;
    private final long indexId;
    private final SearchIndexRepository repository;
    private final StoredSessions sessions;
    private final List<MessageDocument> documents = new ArrayList<>();
    private long chars;

    /** Also read by those who search. */
    private volatile @Nullable Long rebuildAfter;

    IndexFeed(SearchIndex index, SearchIndexState state, SearchIndexRepository repository, StoredSessions sessions) {
        this.index = index;
        indexId = state.id();
        rebuildAfter = state.rebuildAfter();
        this.repository = repository;
        this.sessions = sessions;
    }

    long indexId() {
        return indexId;
    }

    /** False while older sessions are still being read in. */
    boolean isComplete() {
        return rebuildAfter == null;
    }

    /** Does the next piece of work; false if there was none. */
    boolean step() throws SQLException {
        documents.clear();
        chars = 0;
        return takeTasks() || rebuild();
    }

    private boolean takeTasks() throws SQLException {
        List<SearchTask> tasks = repository.nextTasks(indexId, TASKS_AT_A_TIME);
        if (tasks.isEmpty()) {
            return false;
        }
        for (SearchTask task : tasks) {
            add(task.sessionId(), task.firstSequence(), task.lastSequence());
        }
        write();
        repository.remove(tasks);
        return true;
    }

    private boolean rebuild() throws SQLException {
        Long after = rebuildAfter;
        if (after == null) {
            return false;
        }
        List<Long> ids = sessions.idsAfter(after, SESSIONS_AT_A_TIME);
        if (ids.isEmpty()) {
            repository.endRebuild(indexId, OPEN_TRANSACTION_MS);
            rebuildAfter = null;
            return true;
        }
        for (long id : ids) {
            add(id, SearchTasks.SESSION, Integer.MAX_VALUE);
        }
        write();
        long last = ids.get(ids.size() - 1);
        repository.rebuiltUpTo(indexId, last);
        rebuildAfter = last;
        return true;
    }

    private void add(long sessionId, int first, int last) {
        Optional<StoredSession> session = sessions.find(sessionId);
        if (session.isEmpty()) {
            index.removeSession(sessionId);
            return;
        }
        MessageDocuments made = new MessageDocuments(session.get());
        if (first == SearchTasks.SESSION) {
            add(made.ofSession());
        }
        int next = first;
        while (next <= last) {
            List<TranscriptMessage> messages = sessions.messages(session.get(), next, last, MESSAGES_AT_A_TIME);
            messages.forEach(message -> add(made.of(message)));
            if (messages.size() < MESSAGES_AT_A_TIME) {
                return;
            }
            next = messages.get(messages.size() - 1).sequence() + 1;
        }
    }

    private void add(MessageDocument document) {
        documents.add(document);
        chars += document.chars();
        if (documents.size() >= DOCUMENTS_AT_A_TIME || chars > CHARS_AT_A_TIME) {
            write();
        }
    }

    /** What cannot be written is made again by the next try. */
    private void write() {
        try {
            index.write(documents);
        } finally {
            documents.clear();
            chars = 0;
        }
    }
}
