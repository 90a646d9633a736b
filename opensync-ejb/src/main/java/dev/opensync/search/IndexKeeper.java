package dev.opensync.search;

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
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Has the index of this node tended and fed, on a thread of its own. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IndexKeeper {

    private static final Logger LOG = System.getLogger(IndexKeeper.class.getName());

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final long IDLE_MILLIS = 500;
    private static final long AFTER_FAILURE_MILLIS = 2_000;
    private static final long STOP_MILLIS = 20_000;

    @Inject
    OpenIndex openIndex;

    @Inject
    SearchConfig config;

    @Inject
    SearchIndexRepository repository;

    @Inject
    FeedSource source;

    @Inject
    ChangeSignal changes;

    @Inject
    InstantSource clock;

    @Resource
    ManagedThreadFactory threads;

    private volatile boolean stopping;
    private boolean failing;

    private @Nullable Thread thread;

    @PostConstruct
    void start() {
        if (!config.isEnabled()) {
            return;
        }
        IndexHome home = home();
        Thread started = threads.newThread(() -> run(home));
        started.setName("opensync-index");
        started.start();
        thread = started;
    }

    private IndexHome home() {
        try {
            return config.home(repository.installation());
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    /** Not by an interrupt, which would close the files of the index under its feet. */
    @PreDestroy
    void stop() {
        stopping = true;
        changes.give();
        if (thread == null) {
            return;
        }
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(IndexHome home) {
        IndexLease lease = new IndexLease(home, repository, clock);
        IndexOpening opening = new IndexOpening(
                home,
                lease,
                openIndex,
                repository,
                (index, state) -> new IndexFeed(index, state, lease, repository, source.passages(), source.sessions()));
        while (!stopping) {
            try {
                opening.tend();
                feed();
                failing = false;
            } catch (SQLException | IOException | RuntimeException | Error e) {
                // The thread must outlive any single failure, or the index would fall behind unnoticed.
                mend(opening, e);
                await(AFTER_FAILURE_MILLIS);
            }
        }
        openIndex.close();
        release(lease);
    }

    /** Tells it once: what is away may be away for long. */
    private void mend(IndexOpening opening, Throwable failure) {
        LOG.log(
                failing ? Level.DEBUG : Level.WARNING,
                "The search index cannot be brought up to date now, and will be as soon as it can",
                failure);
        failing = true;
        try {
            opening.failed(failure);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The damaged search index cannot be removed now", e);
        }
    }

    private static void release(IndexLease lease) {
        try {
            lease.release();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The next start has to wait until the ownership is over", e);
        }
    }

    /** While sessions come in, every other moment belongs to storing them: a plugin never waits for the index. */
    private void feed() throws SQLException, IOException {
        IndexFeed feed = openIndex.feed();
        long begin = System.nanoTime();
        changes.clear();
        if (feed == null || !feed.step()) {
            await(IDLE_MILLIS);
        } else if (changes.isGiven()) {
            LockSupport.parkNanos(Math.min(System.nanoTime() - begin, LONGEST_PAUSE.toNanos()));
        }
    }

    private void await(long millis) {
        try {
            changes.await(millis);
        } catch (InterruptedException e) {
            // The container stops its threads so; stop() has been or will be called.
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
