package dev.opensync.search;

import dev.opensync.embedding.Embedder;
import dev.opensync.session.StoredSessions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the passages of what was said and has each text embedded once, a slice of a few sessions at a time, so that none waits
 * for a long one. Repeating a slice does no harm.
 */
final class MeaningFeed {

    private static final int SESSIONS_AT_A_TIME = 10;
    private static final int PASSAGES_AT_A_TIME = 32;
    private static final int PASSAGES_OF_A_SESSION = 8;

    private final TextEmbedding embedding;
    private final MeaningState state;
    private final MeaningLease lease;
    private final MeaningRepository queue;
    private final PassageRepository passages;
    private final StoredSessions sessions;
    private final Pace pace;
    private final PassageCutter cutter;

    MeaningFeed(
            TextEmbedding embedding,
            MeaningState state,
            MeaningLease lease,
            MeaningRepository queue,
            PassageRepository passages,
            StoredSessions sessions,
            Pace pace) {
        this.embedding = embedding;
        this.state = state;
        this.lease = lease;
        this.queue = queue;
        this.passages = passages;
        this.sessions = sessions;
        this.pace = pace;
        Embedder embedder = embedding.embedder();
        cutter = new PassageCutter(embedder::tokens, embedder.maxTokens());
    }

    MeaningState state() {
        return state;
    }

    /** False if there was nothing to do. */
    boolean step() throws SQLException {
        List<PassageWork> works =
                PassageWork.of(queue.nextTasks(state.indexId()), embedding.isCareful() ? 1 : SESSIONS_AT_A_TIME);
        if (works.isEmpty()) {
            return false;
        }
        long begin = System.nanoTime();
        List<PassageChange> changes = new ArrayList<>();
        int added = 0;
        for (PassageWork work : works) {
            if (added < PASSAGES_AT_A_TIME) {
                lease.keep(state);
                PassageChange change = new PassageMaker(
                                passages, sessions, state.modelId(), work, cutter, PASSAGES_OF_A_SESSION)
                        .change();
                added += change.added().size();
                changes.add(change);
            }
        }
        pace.rest(System.nanoTime() - begin);
        queue.store(state, changes, vectors(changes));
        return true;
    }

    /** Of those texts that have none yet and can have one. */
    private Map<TextHash, byte[]> vectors(List<PassageChange> changes) throws SQLException {
        Map<TextHash, String> texts = new LinkedHashMap<>();
        for (PassageChange change : changes) {
            change.added().stream()
                    .filter(passage -> !passage.meaning().isEmpty())
                    .forEach(passage -> texts.put(passage.hash(), passage.meaning()));
        }
        Set<TextHash> known = passages.known(state.modelId(), texts.keySet());
        texts.keySet().removeAll(known);
        return embedding.vectors(texts, () -> lease.keep(state));
    }
}
