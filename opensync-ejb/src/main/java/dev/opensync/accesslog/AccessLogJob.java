package dev.opensync.accesslog;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Writes what waits for the access log every second, and the rest when the server stops. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessLogJob {

    private static final System.Logger LOG = System.getLogger(AccessLogJob.class.getName());
    private static final int BATCH = 500;

    @Inject
    AccessLogQueue queue;

    @EJB
    AccessLogService log;

    @PreDestroy
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void write() {
        for (List<AccessLogEntry> batch = queue.take(BATCH); !batch.isEmpty(); batch = queue.take(BATCH)) {
            write(batch);
        }
    }

    /** A batch that cannot be written is given up: keeping it would only fill the queue. */
    private void write(List<AccessLogEntry> batch) {
        try {
            log.add(batch);
        } catch (EJBException e) {
            LOG.log(System.Logger.Level.ERROR, batch.size() + " rows of the access log could not be written", e);
        }
    }
}
