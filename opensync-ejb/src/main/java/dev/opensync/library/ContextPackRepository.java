package dev.opensync.library;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Queries over packs of context. */
@ApplicationScoped
public class ContextPackRepository {

    @PersistenceContext
    EntityManager entities;

    /** Fails with {@code CONFLICT} if one of that name was made, or one of its sessions deleted, in the same moment. */
    void add(ContextPack pack) {
        try {
            entities.persist(pack);
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw OpenSyncException.of(ErrorCode.CONFLICT, "The pack could not be made now; try again");
        }
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
