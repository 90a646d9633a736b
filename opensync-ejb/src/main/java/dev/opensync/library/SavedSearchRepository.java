package dev.opensync.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Queries over saved searches. */
@ApplicationScoped
public class SavedSearchRepository {

    @PersistenceContext
    EntityManager entities;

    void add(SavedSearch search) {
        entities.persist(search);
        // The identity of the row is part of the answer.
        entities.flush();
    }

    void remove(SavedSearch search) {
        entities.remove(search);
    }

    /** What was used or made last comes first. */
    List<SavedSearch> latestFirst(long accountId) {
        return entities.createQuery("""
                        SELECT s FROM SavedSearch s WHERE s.accountId = :account
                        ORDER BY COALESCE(s.lastUsedMs, s.createdMs) DESC, s.id DESC
                        """, SavedSearch.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    long count(long accountId) {
        return entities.createQuery("SELECT COUNT(s) FROM SavedSearch s WHERE s.accountId = :account", Long.class)
                .setParameter("account", accountId)
                .getSingleResult();
    }

    Optional<SavedSearch> find(long accountId, long id) {
        return entities.createQuery(
                        "SELECT s FROM SavedSearch s WHERE s.accountId = :account AND s.id = :id", SavedSearch.class)
                .setParameter("account", accountId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
