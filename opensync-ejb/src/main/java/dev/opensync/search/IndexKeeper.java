package dev.opensync.search;

import dev.opensync.session.SessionChanged;
import dev.opensync.session.StoredSessions;
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
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;

/** Keeps the embedded index of this node open, owned and fed, on a thread of its own. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IndexKeeper {

    private static final Logger LOG = System.getLogger(IndexKeeper.class.getName());

    /** A node that died is missed after this time, and another one may open its directory. */
    private static final Duration OWNERSHIP = Duration.ofSeconds(15);

    private static final Duration RENEWAL = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final long IDLE_MILLIS = 500;
    private static final long AFTER_FAILURE_MILLIS = 2_000;
    private static final long STOP_MILLIS = 20_000;

    private static final List<Class<? extends IOException>> DAMAGE = List.of(
            CorruptIndexException.class,
            IndexFormatTooOldException.class,
            IndexFormatTooNewException.class,
            NoSuchFileException.class,
            EOFException.class);

    private final String owner = UUID.randomUUID().toString();
    private final Semaphore changes = new Semaphore(0);

    @Inject
    OpenIndex openIndex;

    @Inject
    SearchConfig config;

    @Inject
    SearchIndexRepository repository;

    @Inject
    StoredSessions sessions;

    @Inject
    InstantSource clock;

    @Resource
    ManagedThreadFactory threads;

    private volatile boolean stopping;
    private long ownedUntilMs;

    private @Nullable Thread thread;

    @PostConstruct
    void start() {
        if (!config.isEnabled()) {
            return;
        }
        Thread started = threads.newThread(this::run);
        started.setName("opensync-index");
        started.start();
        thread = started;
    }

    /** Not by an interrupt, which would close the files of the index under its feet. */
    @PreDestroy
    void stop() {
        stopping = true;
        changes.release();
        if (thread == null) {
            return;
        }
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void onChange(@ObservesAsync SessionChanged change) {
        changes.release();
    }

    private void run() {
        while (!stopping) {
            try {
                own();
                feed();
            } catch (SQLException | IOException | RuntimeException | Error e) {
                // The thread must outlive any single failure, or the index would fall behind unnoticed.
                LOG.log(Level.WARNING, "The search index cannot be brought up to date now", e);
                await(AFTER_FAILURE_MILLIS);
            }
        }
        openIndex.close();
        disown();
    }

    private void disown() {
        try {
            repository.disown(owner, clock.millis());
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The next start has to wait until the ownership is over", e);
        }
    }

    /** While sessions come in, every other moment belongs to storing them: a plugin never waits for the index. */
    private void feed() throws SQLException {
        IndexFeed feed = openIndex.feed();
        long begin = System.nanoTime();
        changes.drainPermits();
        if (feed == null || !feed.step()) {
            await(IDLE_MILLIS);
        } else if (changes.availablePermits() > 0) {
            LockSupport.parkNanos(Math.min(System.nanoTime() - begin, LONGEST_PAUSE.toNanos()));
        }
    }

    /** Opens the index of this node once it is ours, and renews the ownership in time. */
    private void own() throws SQLException, IOException {
        long nowMs = clock.millis();
        if (nowMs < ownedUntilMs - OWNERSHIP.minus(RENEWAL).toMillis()) {
            return;
        }
        IndexDirectory directory = new IndexDirectory(config.indexDirectory());
        Optional<SearchIndexState> state = repository.own(directory.name(), owner, nowMs, nowMs + OWNERSHIP.toMillis());
        if (state.isEmpty()) {
            LOG.log(Level.DEBUG, "Another node has the search index, or had it when it died: " + directory.path());
            openIndex.close();
        } else {
            ownedUntilMs = nowMs + OWNERSHIP.toMillis();
            IndexFeed feed = openIndex.feed();
            if (feed != null && feed.indexId() != state.get().id()) {
                LOG.log(Level.WARNING, "The database has been replaced, the search index will be built anew");
                openIndex.close();
                feed = null;
            }
            if (feed == null) {
                open(directory, state.get());
            }
        }
    }

    private void open(IndexDirectory directory, SearchIndexState state) throws SQLException, IOException {
        try {
            use(SearchIndex.open(directory.path()), state);
            LOG.log(Level.INFO, "The search index is open in " + directory.path());
        } catch (SearchException e) {
            ownedUntilMs = 0;
            if (!isDamage(e)) {
                throw e;
            }
            LOG.log(Level.ERROR, "The search index in " + directory.path() + " is damaged and will be built anew", e);
            directory.clear();
        }
    }

    private void use(SearchIndex opened, SearchIndexState state) throws SQLException {
        try {
            openIndex.opened(opened, new IndexFeed(opened, prepared(opened, state), repository, sessions));
        } catch (SQLException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Empties what is to be built from the beginning: it may come from another format or another database. */
    private SearchIndexState prepared(SearchIndex opened, SearchIndexState state) throws SQLException {
        if (state.format() == MessageDocument.FORMAT && !state.isUnbuilt()) {
            return state;
        }
        opened.removeAll();
        repository.startRebuild(state.id(), clock.millis());
        return state.unbuilt();
    }

    /** And not a full disk, for example, or another process that writes to the directory. */
    private static boolean isDamage(SearchException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> DAMAGE.stream().anyMatch(type -> type.isInstance(cause)));
    }

    private void await(long millis) {
        try {
            changes.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // The container stops its threads so; stop() has been or will be called.
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
