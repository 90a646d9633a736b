package dev.opensync.search;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The right to embed for all nodes that share the database, which one has at a time. */
final class MeaningLease {

    /** A node that died is missed after this time. An embedder that answers at all answers sooner. */
    private static final Duration LENGTH = Duration.ofSeconds(30);

    private static final Duration RENEWAL = Duration.ofSeconds(3);

    private final String owner = UUID.randomUUID().toString();
    private final MeaningRepository repository;
    private final InstantSource clock;
    private final BooleanSupplier stopping;

    private long dueMs = Long.MIN_VALUE;

    MeaningLease(MeaningRepository repository, InstantSource clock, BooleanSupplier stopping) {
        this.repository = repository;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** It is time to renew it, or to look for it again. */
    boolean isDue() {
        return clock.millis() >= dueMs;
    }

    /** Renews it, or takes it if nobody has it; empty if another node has it, be it for another model. */
    Optional<MeaningState> take(long modelId) throws SQLException {
        long nowMs = clock.millis();
        Optional<MeaningState> state = repository.own(modelId, owner, nowMs, nowMs + LENGTH.toMillis());
        dueMs = state.isPresent() ? nowMs + RENEWAL.toMillis() : Long.MIN_VALUE;
        return state;
    }

    /** While a piece of work takes long; ends it if somebody else has it now, or if this node stops. */
    void keep(MeaningState state) throws SQLException {
        if (stopping.getAsBoolean()) {
            throw new CancellationException("The server is stopping");
        }
        if (isDue() && !take(state.modelId()).equals(Optional.of(state))) {
            lookAgain();
            throw new CancellationException("Another node embeds now");
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
