package dev.opensync.sharing;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Makes sessions private again, in lists and the search as well, some time after their pages have expired. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExpiredShareJob {

    private static final int AT_ONCE = 500;

    @Inject
    ShareService shares;

    @Inject
    Sharing sharing;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void revokeExpired() {
        for (ExpiredShare share : shares.expired(AT_ONCE)) {
            try {
                sharing.revoke(share.accountId(), share.sessionId());
            } catch (OpenSyncException e) {
                if (e.code() != ErrorCode.NOT_FOUND) {
                    throw e;
                }
                // Deleted meanwhile, together with its page.
            }
        }
    }
}
