package dev.opensync.sharing;

import dev.opensync.session.SessionChanged;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.StorageException;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes sessions private again, in lists and the search as well, some time after their pages have expired. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExpiredShareJob {

    private static final Logger LOG = System.getLogger(ExpiredShareJob.class.getName());
    private static final int AT_ONCE = 500;

    @EJB
    ShareService shares;

    @Inject
    Event<SessionChanged> changed;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void revokeExpired() {
        for (ExpiredShare share : shares.expired(AT_ONCE)) {
            try {
                if (shares.revokeExpired(share)) {
                    changed.fire(new SessionChanged(share.accountId(), share.sessionId()));
                }
            } catch (OpenSyncException | StorageException e) {
                // Deleted meanwhile, or another node was quicker; what is left has its turn again.
                LOG.log(Level.DEBUG, "An expired page is left for the next time", e);
            }
        }
    }
}
