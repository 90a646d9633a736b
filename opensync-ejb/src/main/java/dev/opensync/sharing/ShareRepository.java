package dev.opensync.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Queries over shared sessions. */
@ApplicationScoped
public class ShareRepository {

    @PersistenceContext
    EntityManager entities;

    /** {@code sessionId}: the public id. */
    Optional<StoredShare> find(long accountId, String sessionId) {
        return entities.createQuery(
                        "SELECT h FROM StoredShare h JOIN CodingSession s ON s.id = h.sessionId"
                                + " WHERE s.accountId = :account AND s.publicId = :session",
                        StoredShare.class)
                .setParameter("account", accountId)
                .setParameter("session", sessionId)
                .getResultStream()
                .findFirst();
    }

    /** Empty where it has expired. */
    Optional<StoredShare> findOpen(String slug, long nowMillis) {
        return entities.createQuery(
                        "SELECT h FROM StoredShare h WHERE h.slug = :slug AND (h.expiresMs IS NULL OR h.expiresMs > :now)",
                        StoredShare.class)
                .setParameter("slug", slug)
                .setParameter("now", nowMillis)
                .getResultStream()
                .findFirst();
    }

    Optional<Exhibit> findExhibit(String slug, long nowMillis) {
        return entities.createQuery(
                        "SELECT new dev.opensync.sharing.Exhibit(s.accountId, s.publicId, s.projectPath, h.withSecrets,"
                                + " h.lastSequence, false, CASE WHEN h.passwordHash IS NULL THEN false ELSE true END)"
                                + " FROM StoredShare h JOIN CodingSession s ON s.id = h.sessionId"
                                + " WHERE h.slug = :slug AND (h.expiresMs IS NULL OR h.expiresMs > :now)",
                        Exhibit.class)
                .setParameter("slug", slug)
                .setParameter("now", nowMillis)
                .getResultStream()
                .findFirst();
    }

    void countVisit(String slug) {
        entities.createQuery("UPDATE StoredShare h SET h.visits = h.visits + 1 WHERE h.slug = :slug")
                .setParameter("slug", slug)
                .executeUpdate();
    }

    /** Account and public id of sessions whose time has come. */
    List<ExpiredShare> expired(long nowMillis, int limit) {
        return entities.createQuery(
                        "SELECT new dev.opensync.sharing.ExpiredShare(s.accountId, s.publicId)"
                                + " FROM StoredShare h JOIN CodingSession s ON s.id = h.sessionId"
                                + " WHERE h.expiresMs <= :now ORDER BY h.expiresMs",
                        ExpiredShare.class)
                .setParameter("now", nowMillis)
                .setMaxResults(limit)
                .getResultList();
    }
}
