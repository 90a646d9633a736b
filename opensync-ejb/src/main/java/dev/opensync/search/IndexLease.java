package dev.opensync.search;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** The right to write to an index, which one node has at a time. */
final class IndexLease {

    /** A node that died is missed after this time, and another one may take its place. */
    private static final Duration LENGTH = Duration.ofSeconds(15);

    private static final Duration RENEWAL = Duration.ofSeconds(3);

    private final String owner = UUID.randomUUID().toString();
    private final IndexHome home;
    private final SearchIndexRepository repository;
    private final InstantSource clock;

    private long dueMs = Long.MIN_VALUE;

    IndexLease(IndexHome home, SearchIndexRepository repository, InstantSource clock) {
        this.home = home;
        this.repository = repository;
        this.clock = clock;
    }

    /** It is time to renew it, or to look for it again. */
    boolean isDue() {
        return clock.millis() >= dueMs;
    }

    /** Renews it, or takes it if nobody has it. */
    SearchIndexState take() throws SQLException, IOException {
        long nowMs = clock.millis();
        SearchIndexState state = repository.own(home.name(), owner, nowMs, nowMs + LENGTH.toMillis());
        dueMs = nowMs + RENEWAL.toMillis();
        return state;
    }

    /** While a piece of work takes long; fails if somebody else has it now. */
    void keep(long indexId) throws SQLException, IOException {
        if (isDue()) {
            SearchIndexState state = take();
            if (!state.owned() || state.id() != indexId) {
                dueMs = Long.MIN_VALUE;
                throw new IllegalStateException("Another node feeds the search index now");
            }
        }
    }

    void lookAgain() {
        dueMs = Long.MIN_VALUE;
    }

    /** Lets anybody take it. */
    void release() throws SQLException {
        repository.disown(owner, clock.millis());
    }
}
