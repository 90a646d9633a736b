package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;

/** The sources people have hidden, at most a few for each account. */
@ApplicationScoped
public class HiddenSourceRepository {

    private static final int MOST = 1_000;

    @PersistenceContext
    EntityManager entities;

    @SuppressWarnings("unchecked")
    Set<String> of(long accountId) {
        List<String> sources = entities.createNativeQuery(
                        "SELECT source FROM hidden_source WHERE account_id = :account", String.class)
                .setParameter("account", accountId)
                .setMaxResults(MOST)
                .getResultList();
        return Set.copyOf(sources);
    }

    void add(long accountId, String source) {
        entities.createNativeQuery("""
                        INSERT INTO hidden_source (account_id, source) VALUES (:account, :source)
                        ON DUPLICATE KEY UPDATE source = hidden_source.source
                        """)
                .setParameter("account", accountId)
                .setParameter("source", source)
                .executeUpdate();
    }

    void remove(long accountId, String source) {
        entities.createNativeQuery("DELETE FROM hidden_source WHERE account_id = :account AND source = :source")
                .setParameter("account", accountId)
                .setParameter("source", source)
                .executeUpdate();
    }
}
