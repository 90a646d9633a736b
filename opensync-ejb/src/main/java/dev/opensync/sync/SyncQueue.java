package dev.opensync.sync;

import dev.opensync.session.SessionChanged;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.WaitingRequests.Request;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Group commit: only a few transactions run at a time, and what comes meanwhile is stored together in the next one, each
 * request answered after its commit. A lone request is stored at once by its own thread.
 */
@ApplicationScoped
public class SyncQueue {

    private static final Logger LOG = System.getLogger(SyncQueue.class.getName());

    /** So long a thread waits with its request, which costs less than to part them; a busy database is faster than this. */
    private static final int PARTING_MILLIS = 500;

    @Inject
    PatientSync sync;

    @Inject
    Event<SessionChanged> sessionChanged;

    @Inject
    @ConfigProperty(name = "opensync.sync.writers", defaultValue = "4")
    int writers;

    @Resource
    ManagedThreadFactory threads;

    private final List<Thread> running = new ArrayList<>();

    private WaitingRequests requests;

    @SuppressWarnings("NullAway.Init")
    SyncQueue() {}

    @PostConstruct
    void start() {
        int atLeastOne = Math.max(1, writers);
        requests = new WaitingRequests(atLeastOne);
        for (int i = 0; i < atLeastOne; i++) {
            Thread writer = threads.newThread(this::write);
            writer.setName("opensync-sync-" + i);
            running.add(writer);
            writer.start();
        }
    }

    @PreDestroy
    void stop() {
        running.forEach(Thread::interrupt);
    }

    /**
     * Completed after the commit, mostly on return, otherwise later on another thread. Items the database refuses are named
     * in the report. A database that is away is waited for; fails with {@code UNAVAILABLE} if it does not come back.
     */
    public CompletionStage<SyncReport> submit(SyncBatch batch) {
        Request request = new Request(batch, new CompletableFuture<>(), System.nanoTime());
        switch (requests.enter(request)) {
            case FIRST -> storeAndEnd(List.of(request));
            case WAITING -> awaitAnswer(request);
            case NONE -> request.answer().completeExceptionally(unavailable());
        }
        return request.answer();
    }

    private static void awaitAnswer(Request request) {
        try {
            request.answer().get(PARTING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // The caller is given the answer as it is: still to come, or a failure.
            LOG.log(Level.TRACE, "Not stored yet", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                storeAndEnd(requests.takeGroup());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void storeAndEnd(List<Request> group) {
        try {
            store(group);
        } catch (RuntimeException | Error e) {
            // A writer must outlive any single failure, or the requests behind it would wait for ever.
            LOG.log(Level.ERROR, "A group of requests could not be stored", e);
            group.forEach(waiting -> waiting.answer().completeExceptionally(unavailable()));
        } finally {
            requests.end();
        }
    }

    private void store(List<Request> group) {
        try {
            List<SyncReport> reports = sync.store(
                    group.stream().map(Request::batch).toList(), group.get(0).sinceNanos());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(reports.get(i));
            }
            announce(group, reports);
        } catch (StorageException e) {
            storeApart(group, e);
        }
    }

    /** One bad item must not sink its neighbours: the group is stored request by request, then item by item. */
    private void storeApart(List<Request> group, StorageException failure) {
        if (failure.unavailable()) {
            LOG.log(Level.ERROR, "The database does not store", failure);
            group.forEach(waiting -> waiting.answer().completeExceptionally(unavailable()));
        } else if (group.size() > 1) {
            group.forEach(waiting -> store(List.of(waiting)));
        } else {
            Request only = group.get(0);
            try {
                SyncReport report = storeItems(only);
                only.answer().complete(report);
                announce(group, List.of(report));
            } catch (StorageException e) {
                LOG.log(Level.ERROR, "The database does not store", e);
                only.answer().completeExceptionally(unavailable());
            }
        }
    }

    private static OpenSyncException unavailable() {
        return OpenSyncException.of(ErrorCode.UNAVAILABLE, "The database cannot be reached; not everything was stored");
    }

    private SyncReport storeItems(Request request) {
        return request.batch().split().stream()
                .map(item -> storeItem(item, request.sinceNanos()))
                .reduce(SyncReport::plus)
                .orElseThrow();
    }

    private SyncReport storeItem(SyncBatch item, long sinceNanos) {
        try {
            return sync.store(List.of(item), sinceNanos).get(0);
        } catch (StorageException e) {
            if (e.unavailable()) {
                throw e;
            }
            LOG.log(Level.WARNING, "The database refused " + item.onlyExternalId(), e);
            return SyncReport.failed(item);
        }
    }

    private void announce(List<Request> group, List<SyncReport> reports) {
        Set<SessionChanged> changes = new LinkedHashSet<>();
        for (int i = 0; i < group.size(); i++) {
            long accountId = group.get(i).batch().accountId();
            reports.get(i)
                    .sessionIdByExternalId()
                    .values()
                    .forEach(id -> changes.add(new SessionChanged(accountId, id)));
        }
        changes.forEach(sessionChanged::fire);
    }
}
