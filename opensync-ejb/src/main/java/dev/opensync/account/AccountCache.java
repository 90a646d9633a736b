package dev.opensync.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;

/** Profiles in memory, as fresh as the API keys of {@link ApiKeyCache}, because every page asks for one. */
@ApplicationScoped
public class AccountCache {

    private static final int ACCOUNTS = 10_000;

    @Inject
    AccountRepository accounts;

    @Resource
    ManagedExecutorService executor;

    private LoadingCache<Long, Optional<AccountProfile>> profileById;

    private volatile boolean claimed;

    @SuppressWarnings("NullAway.Init")
    AccountCache() {}

    @PostConstruct
    void open() {
        profileById = Caffeine.newBuilder()
                .maximumSize(ACCOUNTS)
                .refreshAfterWrite(ApiKeyCache.REFRESH_AFTER)
                .expireAfterWrite(ApiKeyCache.FORGET_AFTER)
                .executor(executor)
                .build(id -> accounts.find(id).map(Account::toProfile));
    }

    Optional<AccountProfile> find(long id) {
        return profileById.get(id);
    }

    /** A server never loses its last account, so the answer "no" is kept for ever. */
    boolean isServerUnclaimed() {
        if (!claimed) {
            claimed = !accounts.isEmpty();
        }
        return !claimed;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) AccountChanged changed) {
        profileById.invalidate(changed.accountId());
    }
}
