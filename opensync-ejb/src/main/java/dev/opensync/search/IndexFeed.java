package dev.opensync.search;

import dev.opensync.session.MessageRun;
import dev.opensync.session.StoredSession;
import dev.opensync.session.StoredSessions;
import dev.opensync.session.TranscriptMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings one index up to date, piece by piece. Repeating a piece does no harm. */
final class IndexFeed {

    private static final int TASKS_AT_A_TIME = 200;
    private static final int SESSIONS_AT_A_TIME = 20;
    private static final int MESSAGES_AT_A_TIME = 50;

    /** What a rebuild writes is repeated after a crash if it is younger. */
    private static final long COMMIT_INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

    /** Longer than any transaction that stores messages may take. */
    private static final long OPEN_TRANSACTION_MS = 180_000;

    private final SearchIndex index;
    private final long indexId;
    private final long generation;
    private final IndexLease lease;
    private final SearchIndexRepository repository;
    private final PassageRepository passages;
    private final StoredSessions sessions;
    private final IndexWriting writing;

    private long lastCommit = System.nanoTime();

    /** Also read by those who search. */
    private volatile @Nullable Long rebuildAfter;

    IndexFeed(
            SearchIndex index,
            SearchIndexState state,
            IndexLease lease,
            SearchIndexRepository repository,
            PassageRepository passages,
            StoredSessions sessions) {
        this.index = index;
        indexId = state.id();
        generation = state.generation();
        rebuildAfter = state.rebuildAfter();
        this.lease = lease;
        this.repository = repository;
        this.passages = passages;
        this.sessions = sessions;
        writing = new IndexWriting(index, state, repository);
    }

    /** False while older sessions are still being read in. */
    boolean isComplete() {
        return rebuildAfter == null;
    }

    /** Does the next piece of work; false if there was none. */
    boolean step() throws SQLException, IOException {
        writing.begin();
        boolean worked = takeTasks() || rebuild();
        writing.succeeded();
        return worked;
    }

    private boolean takeTasks() throws SQLException, IOException {
        List<SearchTask> tasks = repository.nextTasks(indexId, TASKS_AT_A_TIME);
        if (tasks.isEmpty()) {
            return false;
        }
        add(SearchTask.runs(tasks.stream().filter(task -> !task.passages()).toList()));
        replacePassages(
                SearchTask.runs(tasks.stream().filter(SearchTask::passages).toList()));
        repository.remove(tasks);
        return true;
    }

    private boolean rebuild() throws SQLException, IOException {
        Long after = rebuildAfter;
        if (after == null) {
            return false;
        }
        List<Long> ids = sessions.idsAfter(after, SESSIONS_AT_A_TIME);
        writing.mayWait();
        if (ids.isEmpty()) {
            index.commit();
            index.removeOlder(generation);
            repository.endRebuild(indexId, OPEN_TRANSACTION_MS);
            rebuildAfter = null;
            return true;
        }
        add(ids.stream()
                .map(id -> new MessageRun(id, SearchTasks.SESSION, Integer.MAX_VALUE))
                .toList());
        addPassages(sessions.findAll(passages.sessionsAmong(ids)).values());
        long last = ids.get(ids.size() - 1);
        if (System.nanoTime() - lastCommit > COMMIT_INTERVAL_NANOS) {
            index.commit();
            repository.rebuiltUpTo(indexId, last);
            lastCommit = System.nanoTime();
        }
        rebuildAfter = last;
        return true;
    }

    /** Short runs are read together. */
    private void add(List<MessageRun> runs) throws SQLException, IOException {
        Map<Long, StoredSession> found = sessions.findAll(
                runs.stream().map(MessageRun::sessionId).distinct().toList());
        Set<Long> gone = new HashSet<>();
        List<Piece> together = new ArrayList<>();
        int messages = 0;
        for (MessageRun run : runs) {
            StoredSession session = found.get(run.sessionId());
            if (session == null) {
                gone.add(run.sessionId());
            } else if (run.length() > MESSAGES_AT_A_TIME) {
                addLong(session, run);
            } else {
                messages += run.length();
                if (messages > MESSAGES_AT_A_TIME) {
                    addTogether(together);
                    messages = run.length();
                }
                together.add(new Piece(session, run));
            }
        }
        addTogether(together);
        write();
        gone.forEach(index::removeSession);
    }

    private void addTogether(List<Piece> pieces) throws SQLException, IOException {
        Map<Long, List<TranscriptMessage>> messages = sessions.messages(
                pieces.stream().map(Piece::session).distinct().toList(),
                pieces.stream().map(Piece::run).toList());
        for (Piece piece : pieces) {
            MessageRun run = piece.run;
            addSession(piece.session, run);
            add(
                    piece.session,
                    messages.getOrDefault(run.sessionId(), List.of()).stream()
                            .filter(message -> run.first() <= message.sequence() && message.sequence() <= run.last())
                            .toList());
        }
        pieces.clear();
    }

    private void addLong(StoredSession session, MessageRun run) throws SQLException, IOException {
        addSession(session, run);
        int next = run.first();
        while (next <= run.last()) {
            List<TranscriptMessage> messages = sessions.messages(session, next, run.last(), MESSAGES_AT_A_TIME);
            add(session, messages);
            if (messages.size() < MESSAGES_AT_A_TIME) {
                return;
            }
            next = messages.get(messages.size() - 1).sequence() + 1;
        }
    }

    private void addSession(StoredSession session, MessageRun run) throws SQLException {
        if (run.first() == SearchTasks.SESSION) {
            writing.add(session.id(), SearchTasks.SESSION, () -> new MessageDocuments(session).ofSession());
        }
    }

    private void add(StoredSession session, List<TranscriptMessage> messages) throws SQLException, IOException {
        MessageDocuments made = new MessageDocuments(session);
        for (TranscriptMessage message : messages) {
            writing.add(session.id(), message.sequence(), () -> made.of(message));
            if (writing.isFull()) {
                write();
            }
        }
    }

    private void replacePassages(List<MessageRun> runs) throws SQLException, IOException {
        if (runs.isEmpty()) {
            return;
        }
        Map<Long, StoredSession> found = sessions.findAll(
                runs.stream().map(MessageRun::sessionId).distinct().toList());
        index.passages().refresh();
        Set<String> gone = new HashSet<>();
        for (MessageRun run : runs) {
            gone.addAll(index.passages().ids(run));
            StoredSession session = found.get(run.sessionId());
            gone.removeAll(session == null ? Set.of() : addPassages(session, run));
        }
        write();
        index.passages().remove(gone);
    }

    private void addPassages(Collection<StoredSession> of) throws SQLException, IOException {
        for (StoredSession session : of) {
            addPassages(session, new MessageRun(session.id(), SearchTasks.SESSION, Integer.MAX_VALUE));
        }
        write();
    }

    /** The ids of those that there are. */
    private Set<String> addPassages(StoredSession session, MessageRun run) throws SQLException, IOException {
        Set<String> ids = new HashSet<>();
        MessageDocuments made = new MessageDocuments(session);
        PassageDocuments finished = new PassageDocuments(session);
        if (run.first() == SearchTasks.SESSION) {
            finished.expect(passages.vectors(session.id(), SearchTasks.SESSION, SearchTasks.SESSION));
            add(finished.with(made.ofSession()), ids);
        }
        int next = Math.max(run.first(), SearchTasks.SESSION + 1);
        while (next <= run.last()) {
            List<TranscriptMessage> messages = sessions.messages(session, next, run.last(), MESSAGES_AT_A_TIME);
            if (messages.isEmpty()) {
                return ids;
            }
            int last = messages.get(messages.size() - 1).sequence();
            finished.expect(passages.vectors(session.id(), next, last));
            for (TranscriptMessage message : messages) {
                add(finished.with(made.of(message)), ids);
            }
            if (messages.size() < MESSAGES_AT_A_TIME) {
                return ids;
            }
            next = last + 1;
        }
        return ids;
    }

    private void add(List<PassageDocument> documents, Set<String> ids) throws SQLException, IOException {
        for (PassageDocument document : documents) {
            ids.add(document.id);
            writing.add(document);
            if (writing.isFull()) {
                write();
            }
        }
    }

    private void write() throws SQLException, IOException {
        lease.keep(indexId);
        writing.write();
    }

    private record Piece(StoredSession session, MessageRun run) {}
}
