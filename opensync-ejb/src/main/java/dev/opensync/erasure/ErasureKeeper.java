package dev.opensync.erasure;

import dev.opensync.session.SessionDeleted;
import dev.opensync.sync.StorageException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has orders to delete carried out, one step at a time, on a thread of its own; also those a node left when it stopped. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureKeeper {

    private static final Logger LOG = System.getLogger(ErasureKeeper.class.getName());

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final long STOP_MILLIS = 10_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    @EJB
    ErasureService erasures;

    @Inject
    Event<SessionDeleted> deleted;

    @Resource
    ManagedThreadFactory threads;

    private @Nullable Thread thread;

    @PostConstruct
    void start() {
        Thread started = threads.newThread(this::run);
        started.setName("opensync-erasure");
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!awaitStop(pause)) {
            try {
                pause = step() ? Duration.ZERO : IDLE;
            } catch (StorageException | EJBException e) {
                // A deadlock with a sync, or the database is away: the order is still there.
                LOG.log(Level.WARNING, "What is to be deleted cannot be deleted now, and will be as soon as it can", e);
                pause = AFTER_FAILURE;
            }
        }
    }

    /** False if there is nothing to do. */
    private boolean step() {
        OptionalLong account = erasures.next();
        if (account.isEmpty()) {
            return false;
        }
        long accountId = account.getAsLong();
        try {
            erasures.step(accountId).forEach(id -> deleted.fireAsync(new SessionDeleted(accountId, id)));
        } catch (StorageException e) {
            if (!e.lostRace()) {
                throw e;
            }
        }
        return true;
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
}
