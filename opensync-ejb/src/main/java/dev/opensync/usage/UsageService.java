package dev.opensync.usage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Sums over all sessions of one account, read from the daily ones. */
@Stateless
public class UsageService {

    @Inject
    UsageRepository usage;

    /** Most tokens first; models without sessions are left out. */
    public List<ModelUsage> byModel(long accountId) {
        return usage.byModel(accountId);
    }
}
