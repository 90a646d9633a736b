package dev.opensync.retention;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;

/** Removes leftovers after the start and every hour. Several servers may do so at the same time: each finds less to do. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class PurgeJob {

    private static final Logger LOG = System.getLogger(PurgeJob.class.getName());
    private static final Duration BETWEEN_RUNS = Duration.ofHours(1);

    @Inject
    RetentionConfig config;

    @EJB
    PurgeService service;

    @Inject
    InstantSource clock;

    @Resource
    TimerService timers;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(0, BETWEEN_RUNS.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void purge() {
        for (Leftover leftover : Leftover.values()) {
            Duration keptFor = config.of(leftover);
            if (keptFor.isZero()) {
                continue;
            }
            try {
                purge(leftover, clock.instant().minus(keptFor).toEpochMilli());
            } catch (EJBException e) {
                LOG.log(Level.ERROR, "Not everything was removed: " + leftover, e);
            }
        }
    }

    private void purge(Leftover leftover, long endedBeforeMs) {
        int removed;
        do {
            removed = service.removeSome(leftover, endedBeforeMs);
        } while (removed == PurgeService.BATCH);
    }
}
