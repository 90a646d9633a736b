package dev.opensync.search;

import dev.opensync.embedding.Embedder;
import dev.opensync.embedding.Embedders;
import dev.opensync.embedding.EmbeddingUnavailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has what is said embedded, by one node of all that share the database, on a thread of its own that lets others go first. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MeaningKeeper {

    private static final Logger LOG = System.getLogger(MeaningKeeper.class.getName());

    private static final Duration RENEWAL = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final long STOP_MILLIS = 5_000;

    /** Longer than any transaction that stores messages may take. */
    private static final long OPEN_TRANSACTION_MS = 180_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    SearchConfig config;

    @Inject
    Embedders embedders;

    @Inject
    MeaningRepository repository;

    @Inject
    FeedSource source;

    @Inject
    Pace pace;

    @Inject
    InstantSource clock;

    @Resource
    ManagedThreadFactory threads;

    private Duration pause = FIRST_PAUSE;
    private @Nullable TextEmbedding embedding;
    private @Nullable MeaningFeed feed;
    private @Nullable Thread thread;

    @PostConstruct
    void start() {
        if (!config.isEnabled()) {
            return;
        }
        Thread started =
                threads.newThread(() -> run(new MeaningLease(repository, clock, () -> stopping.getCount() == 0)));
        started.setName("opensync-meaning");
        started.start();
        thread = started;
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
        if (thread == null) {
            return;
        }
        try {
            thread.join(STOP_MILLIS);
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(MeaningLease lease) {
        Duration next = Duration.ZERO;
        while (!awaitStop(next)) {
            try {
                next = step(lease);
                pause = FIRST_PAUSE;
            } catch (CancellationException e) {
                LOG.log(Level.DEBUG, "The work is left to others", e);
                next = RENEWAL;
            } catch (EmbeddingUnavailable e) {
                LOG.log(Level.WARNING, "What is said cannot be embedded now: " + e.getMessage());
                next = longerPause();
            } catch (SQLException | RuntimeException | Error e) {
                // The thread must outlive any single failure, or nothing would be embedded any more.
                LOG.log(Level.WARNING, "What is said cannot be embedded now", e);
                next = longerPause();
            }
        }
        release(lease);
    }

    /** How long to wait for the next one. */
    private Duration step(MeaningLease lease) throws SQLException {
        Optional<Embedder> embedder = embedders.current();
        if (embedder.isEmpty()) {
            feed = null;
            return LONGEST_PAUSE;
        }
        MeaningFeed current = own(embedder.get(), lease);
        if (current == null) {
            return RENEWAL;
        }
        if (current.step() || endFill(current.state(), lease)) {
            return Duration.ZERO;
        }
        return IDLE;
    }

    /** Null while another node does the work. */
    private @Nullable MeaningFeed own(Embedder embedder, MeaningLease lease) throws SQLException {
        TextEmbedding texts = embedding;
        if (texts == null || texts.embedder() != embedder) {
            texts = new TextEmbedding(embedder, pace);
            embedding = texts;
            lease.lookAgain();
        }
        if (feed != null && !lease.isDue()) {
            return feed;
        }
        feed = null;
        if (!PassageDocument.takes(embedder.dimensions())) {
            throw new EmbeddingUnavailable("vectors of " + embedder.dimensions() + " components are too long");
        }
        long modelId = repository.announce(embedder.model(), embedder.dimensions());
        Optional<MeaningState> state = lease.take(modelId);
        if (state.isEmpty()) {
            return null;
        }
        feed = new MeaningFeed(
                texts, filled(state.get(), lease), lease, repository, source.passages(), source.sessions(), pace);
        return feed;
    }

    private MeaningState filled(MeaningState state, MeaningLease lease) throws SQLException {
        if (!state.isNew()) {
            return state;
        }
        repository.fill(state);
        LOG.log(Level.INFO, "All sessions are being embedded in the background");
        return lease.take(state.modelId()).orElse(state);
    }

    /** True if there was something to do. */
    private boolean endFill(MeaningState state, MeaningLease lease) throws SQLException {
        if (!state.isFilling() || !repository.isFilled(state)) {
            return false;
        }
        if (!repository.removeOthers(state.modelId())) {
            repository.endFill(state.indexId(), OPEN_TRANSACTION_MS);
            LOG.log(Level.INFO, "All sessions are embedded");
            lease.lookAgain();
        }
        return true;
    }

    private Duration longerPause() {
        Duration now = pause;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return now;
    }

    private boolean awaitStop(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // The container stops its threads so; stop() has been or will be called.
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void release(MeaningLease lease) {
        boolean interrupted = Thread.interrupted();
        try {
            lease.release();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The next start has to wait until the ownership is over", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
