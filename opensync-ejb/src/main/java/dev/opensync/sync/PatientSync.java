package dev.opensync.sync;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Repeats a transaction that lost a race, and waits for a database that is away: the clients never try again. */
@ApplicationScoped
public class PatientSync {

    private static final int MAX_RACES = 8;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    @EJB
    SyncService service;

    @Inject
    @ConfigProperty(name = "opensync.sync.database-patience", defaultValue = "PT20S")
    Duration databasePatience;

    /**
     * As {@link SyncService#store}, after as many tries as it takes; fails with {@link StorageException} alone.
     *
     * @param sinceNanos when the oldest of these requests came in, by the clock of {@code System.nanoTime()}
     */
    public List<SyncReport> store(List<SyncBatch> batches, long sinceNanos) {
        for (int attempt = 1; ; attempt++) {
            try {
                return service.store(batches);
            } catch (StorageException e) {
                boolean again = e.unavailable() ? isWorthWaiting(sinceNanos) : e.lostRace() && attempt < MAX_RACES;
                if (!again) {
                    throw e;
                }
            } catch (EJBException e) {
                throw StorageException.ofDefect(e);
            }
        }
    }

    private boolean isWorthWaiting(long sinceNanos) {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        return System.nanoTime() - sinceNanos < databasePatience.toNanos()
                && !Thread.currentThread().isInterrupted();
    }
}
