package dev.opensync.search;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/**
 * Collects documents and writes them together. What the index does not take, however often it is tried, is set aside, so that
 * the rest does not wait for it.
 */
final class IndexWriting {

    private static final Logger LOG = System.getLogger(IndexWriting.class.getName());

    private static final int DOCUMENTS_AT_A_TIME = 500;
    private static final long CHARS_AT_A_TIME = 8_000_000;

    /** Most failures are of the moment. */
    private static final int TRIES = 3;

    private final SearchIndex index;
    private final SearchIndexState state;
    private final SearchIndexRepository repository;
    private final List<MessageDocument> documents = new ArrayList<>();
    private final List<PassageDocument> passages = new ArrayList<>();

    private IndexingPlanSynchronizationStrategy when = IndexWrites.AT_ONCE;
    private long chars;
    private int tries;

    IndexWriting(SearchIndex index, SearchIndexState state, SearchIndexRepository repository) {
        this.index = index;
        this.state = state;
        this.repository = repository;
    }

    /** Of a piece of work that is repeated until it has {@link #succeeded}. */
    void begin() {
        tries++;
        when = IndexWrites.AT_ONCE;
        clear();
    }

    /** Until the next beginning nothing needs to be on disk or found at once. */
    void mayWait() {
        when = IndexWrites.WITH_THE_NEXT_COMMIT;
    }

    void succeeded() {
        tries = 0;
    }

    boolean isFull() {
        return documents.size() + passages.size() >= DOCUMENTS_AT_A_TIME || chars > CHARS_AT_A_TIME;
    }

    void add(long sessionId, int sequence, Supplier<MessageDocument> made) throws SQLException {
        try {
            MessageDocument document = made.get();
            documents.add(document);
            chars += document.chars();
        } catch (RuntimeException e) {
            if (tries < TRIES) {
                throw e;
            }
            setAside(sessionId, sequence, e);
        }
    }

    void add(PassageDocument passage) {
        passages.add(passage);
    }

    void write() throws SQLException {
        try {
            index.write(documents, state.generation(), when);
            index.passages().write(passages, state.generation(), when);
        } catch (RuntimeException e) {
            if (tries < TRIES) {
                throw e;
            }
            writeOneByOne();
            writePassagesOneByOne();
        }
        clear();
    }

    private void writeOneByOne() throws SQLException {
        for (MessageDocument document : documents) {
            try {
                index.write(List.of(document), state.generation());
            } catch (RuntimeException e) {
                index.tryOut();
                setAside(document.sessionId, document.sequence, e);
            }
        }
    }

    private void writePassagesOneByOne() throws SQLException {
        for (PassageDocument passage : passages) {
            try {
                index.passages().write(List.of(passage), state.generation());
            } catch (RuntimeException e) {
                index.tryOut();
                setAside(passage.sessionId, passage.sequence, e);
            }
        }
    }

    private void setAside(long sessionId, int sequence, RuntimeException failure) throws SQLException {
        LOG.log(
                Level.WARNING,
                () -> "Message " + sequence + " of session " + sessionId + " cannot be indexed, and is left out",
                failure);
        repository.addFailure(state.id(), sessionId, sequence);
    }

    private void clear() {
        documents.clear();
        passages.clear();
        chars = 0;
    }
}
