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
import java.time.Duration;
import java.util.Optional;

/**
 * Keys in memory, known and unknown ones.
 *
 * <p>A busy key is read again in the background every {@link #REFRESH_AFTER}; a key not asked for since is read anew after
 * {@link #FORGET_AFTER}. So no answer is older than that, on any node, and no request of a busy key waits for the database.
 * Unknown keys are kept too, within the same bound: the eviction prefers what is asked for often, so a flood of made-up
 * keys neither grows the memory nor pushes the busy ones out.
 */
@ApplicationScoped
public class ApiKeyCache {

    static final Duration REFRESH_AFTER = Duration.ofSeconds(2);
    static final Duration FORGET_AFTER = Duration.ofSeconds(4);
    static final int KEYS = 10_000;

    @Inject
    ApiKeyRepository keys;

    @Resource
    ManagedExecutorService executor;

    private LoadingCache<TokenHash, Optional<GrantedKey>> grantedByHash;

    @SuppressWarnings("NullAway.Init")
    ApiKeyCache() {}

    @PostConstruct
    void open() {
        grantedByHash = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .refreshAfterWrite(REFRESH_AFTER)
                .expireAfterWrite(FORGET_AFTER)
                // The common pool's threads know neither our class loader nor the naming context.
                .executor(executor)
                .build(keys::findGranted);
    }

    Optional<GrantedKey> find(TokenHash hash) {
        return grantedByHash.get(hash);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) ApiKeyRevoked revoked) {
        grantedByHash.invalidate(revoked.hash());
    }
}
