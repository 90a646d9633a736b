package dev.opensync.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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

    private static final Logger LOG = System.getLogger(ApiKeyCache.class.getName());

    /** An enterprise bean: who asks comes from another archive, in whose context Payara finds no persistence unit. */
    @EJB
    ApiKeyService keys;

    @Resource
    ManagedExecutorService executor;

    private final LastKnownKeys lastKnown = new LastKnownKeys(KEYS, Ticker.systemTicker());

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
                .build(this::load);
    }

    /** Fails with {@code UNAVAILABLE} where only a database that is away could tell. */
    Optional<GrantedKey> find(TokenHash hash) {
        try {
            return grantedByHash.get(hash);
        } catch (EJBException | PersistenceException e) {
            LOG.log(Level.WARNING, "API keys cannot be read: {0}", e.getMessage());
            return lastKnown.find(hash);
        }
    }

    private Optional<GrantedKey> load(TokenHash hash) {
        Optional<GrantedKey> granted = keys.findGranted(hash);
        lastKnown.confirm(hash, granted);
        return granted;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) ApiKeyRevoked revoked) {
        grantedByHash.invalidate(revoked.hash());
        lastKnown.revoke(revoked.hash());
    }
}
