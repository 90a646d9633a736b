package dev.opensync.usage;

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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Rebuilds sums that are missing or of an older format, in the background after the start. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class UsageRebuildJob {

    private static final Logger LOG = System.getLogger(UsageRebuildJob.class.getName());

    /** For what the first time could not be done, because the database was away for example. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    @EJB
    UsageRebuildService sums;

    @Resource
    TimerService timers;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(0, BETWEEN_LOOKS.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void rebuildWhatNeedsIt() {
        try {
            boolean current = sums.isFormatCurrent();
            List<Long> accounts = current ? sums.accountsWithoutSums() : sums.accountsWithSessions();
            boolean counted = accounts.stream().map(this::rebuild).reduce(true, Boolean::logicalAnd);
            if (!current && counted) {
                sums.storeFormat();
            }
        } catch (EJBException e) {
            LOG.log(Level.ERROR, "Sums could not be rebuilt; next try in " + BETWEEN_LOOKS.toMinutes() + " minutes", e);
        }
    }

    /** One account that cannot be counted must not keep the others waiting; false if it could not. */
    private boolean rebuild(long accountId) {
        try {
            LOG.log(Level.INFO, "Counting the sessions of account {0} anew", accountId);
            LostRace.untilWon(() -> sums.rebuild(accountId));
            return true;
        } catch (EJBException e) {
            LOG.log(Level.ERROR, "The sums of account " + accountId + " could not be rebuilt", e);
            return false;
        }
    }
}
