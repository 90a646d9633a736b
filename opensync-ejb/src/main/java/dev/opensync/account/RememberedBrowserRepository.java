package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Queries over remembered browsers. */
@ApplicationScoped
public class RememberedBrowserRepository {

    @PersistenceContext
    EntityManager entities;

    void add(RememberedBrowser browser) {
        entities.persist(browser);
    }

    Optional<RememberedBrowser> lock(String id) {
        return Optional.ofNullable(entities.find(RememberedBrowser.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void remove(RememberedBrowser browser) {
        entities.remove(browser);
    }

    void forgetAll(long accountId) {
        entities.createQuery("DELETE FROM RememberedBrowser b WHERE b.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    void forgetExpired(long nowMillis) {
        entities.createQuery("DELETE FROM RememberedBrowser b WHERE b.expiresMs <= :now")
                .setParameter("now", nowMillis)
                .executeUpdate();
    }
}
