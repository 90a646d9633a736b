package dev.opensync.usage.tool;

import dev.opensync.session.SessionChanged;
import dev.opensync.shared.LostRace;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Counts the calls of sessions in the background: those that changed on this node once they are quiet, and after the start and
 * every hour all that were missed. It works for a part of the time only, and for a small one while sessions come in.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class ToolCountJob {

    private static final Logger LOG = System.getLogger(ToolCountJob.class.getName());

    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
    private static final Duration WORK = Duration.ofSeconds(1);
    private static final Duration WORK_WHILE_BUSY = Duration.ofMillis(100);
    private static final int AT_A_TIME = 50;

    @Inject
    ChangedSessions changed;

    @EJB
    ToolCountService counts;

    @Inject
    InstantSource clock;

    @Resource
    TimerService timers;

    private long position;
    private Instant nextLook = Instant.EPOCH;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(BETWEEN_RUNS.toMillis(), BETWEEN_RUNS.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void run() {
        long end = System.nanoTime() + (changed.isBusy() ? WORK_WHILE_BUSY : WORK).toNanos();
        try {
            boolean more = true;
            while (more && System.nanoTime() - end < 0) {
                more = countChanged() || countMissed(end);
            }
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The calls of tools cannot be counted now", e);
        }
    }

    private boolean countChanged() {
        Optional<SessionChanged> next = changed.next();
        next.ifPresent(
                change -> counts.row(change.accountId(), change.sessionId()).ifPresent(this::count));
        return next.isPresent();
    }

    /** False if there are none. */
    private boolean countMissed(long end) {
        if (changed.hasOverflown()) {
            nextLook = Instant.EPOCH;
        }
        if (clock.instant().isBefore(nextLook)) {
            return false;
        }
        List<Long> rows = counts.due(position, AT_A_TIME);
        for (long row : rows) {
            if (System.nanoTime() - end > 0) {
                return true;
            }
            count(row);
            position = row;
        }
        if (rows.size() < AT_A_TIME) {
            position = 0;
            nextLook = clock.instant().plus(BETWEEN_LOOKS);
        }
        return !rows.isEmpty();
    }

    /** One session that cannot be counted must not keep the others waiting. */
    private void count(long row) {
        try {
            LostRace.untilWon(() -> counts.count(row));
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The calls of session row " + row + " cannot be counted", e);
        }
    }
}
