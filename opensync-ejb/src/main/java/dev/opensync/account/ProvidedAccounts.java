package dev.opensync.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Which account a token of the identity provider stands for, in memory, because programs send it with every request. */
@ApplicationScoped
public class ProvidedAccounts {

    private static final int IDENTITIES = 10_000;

    @EJB
    ProvidedAccountService accounts;

    private final Cache<ProvidedIdentity, Long> accountIdByIdentity = Caffeine.newBuilder()
            .maximumSize(IDENTITIES)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** Creates the account on first sight. */
    public long accountId(ProvidedIdentity identity) {
        return accountIdByIdentity.get(
                identity, unseen -> accounts.enter(unseen).id());
    }
}
