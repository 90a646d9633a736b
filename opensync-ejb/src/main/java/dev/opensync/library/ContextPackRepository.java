package dev.opensync.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Queries over packs of context. */
@ApplicationScoped
public class ContextPackRepository {

    @PersistenceContext
    EntityManager entities;

    void add(ContextPack pack) {
        entities.persist(pack);
        // Another pack of that name made at the same time fails here.
        entities.flush();
    }

    void remove(ContextPack pack) {
        entities.remove(pack);
    }

    /** By name. */
    List<ContextPack> byName(long accountId) {
        return entities.createQuery("""
                        SELECT DISTINCT p FROM ContextPack p LEFT JOIN FETCH p.stretches
                        WHERE p.accountId = :account ORDER BY p.name, p.id
                        """, ContextPack.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    List<String> slugs(long accountId) {
        return entities.createQuery("SELECT p.slug FROM ContextPack p WHERE p.accountId = :account", String.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    Optional<ContextPack> find(long accountId, String slug) {
        return entities.createQuery(
                        "SELECT p FROM ContextPack p WHERE p.accountId = :account AND p.slug = :slug",
                        ContextPack.class)
                .setParameter("account", accountId)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }
}
