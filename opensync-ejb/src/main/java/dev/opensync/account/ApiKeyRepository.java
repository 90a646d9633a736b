package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Queries over API keys. */
@ApplicationScoped
public class ApiKeyRepository {

    @PersistenceContext
    EntityManager entities;

    void add(ApiKey key) {
        entities.persist(key);
        // The identity of the row is part of the answer.
        entities.flush();
    }

    /** Without the revoked ones, newest first. */
    List<ApiKey> newestFirst(long accountId) {
        return entities.createQuery("""
                        SELECT k FROM ApiKey k
                        WHERE k.accountId = :account AND k.revokedMs IS NULL
                        ORDER BY k.createdMs DESC, k.id DESC
                        """, ApiKey.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    Optional<ApiKey> find(long accountId, long keyId) {
        return entities.createQuery(
                        "SELECT k FROM ApiKey k WHERE k.accountId = :account AND k.id = :id AND k.revokedMs IS NULL",
                        ApiKey.class)
                .setParameter("account", accountId)
                .setParameter("id", keyId)
                .getResultStream()
                .findFirst();
    }

    /** Empty if unknown or revoked; an expired key is found. */
    Optional<GrantedKey> findGranted(TokenHash hash) {
        return entities.createQuery("""
                        SELECT k, a FROM ApiKey k JOIN Account a ON a.id = k.accountId
                        WHERE k.secretHash = :hash AND k.revokedMs IS NULL
                        """, Object[].class)
                .setParameter("hash", hash.bytes())
                .getResultStream()
                .findFirst()
                .map(row -> GrantedKey.of((ApiKey) row[0], (Account) row[1]));
    }

    void recordUse(long keyId, ApiKeyUse use) {
        entities.createQuery("""
                        UPDATE ApiKey k SET k.lastUsedMs = :millis, k.lastUsedClient = :client
                        WHERE k.id = :id AND (k.lastUsedMs IS NULL OR k.lastUsedMs < :millis)
                        """)
                .setParameter("millis", use.millis())
                .setParameter("client", use.client())
                .setParameter("id", keyId)
                .executeUpdate();
    }
}
