package dev.opensync.session;

import dev.opensync.shared.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queries over the sessions of one account. */
@ApplicationScoped
public class SessionRepository {

    @PersistenceContext
    EntityManager entities;

    /** {@code after} null = from the beginning. */
    int count(long accountId, SessionListing listing, int most) {
        return new SessionListQuery(accountId, listing, null).count(entities, most);
    }

    List<CodingSession> list(long accountId, SessionListing listing, @Nullable Cursor after, int limit) {
        return new SessionListQuery(accountId, listing, after).list(entities, limit);
    }

    /** Looks only at what changed since the newest session that its owner has not changed afterwards. */
    Optional<LastSync> lastSync(long accountId) {
        long since = newest(accountId, 0, " AND s.syncedMs = s.updatedMs ORDER BY s.updatedMs DESC")
                .map(CodingSession::updatedMs)
                .orElse(0L);
        return newest(accountId, since, " ORDER BY s.syncedMs DESC").map(CodingSession::toLastSync);
    }

    /** Of those accounts together, the newest changes first. */
    List<SessionRevision> changedSince(Set<Long> accountIds, long sinceMillis, int limit) {
        return entities.createQuery(
                        "SELECT new dev.opensync.session.SessionRevision("
                                + "s.accountId, s.publicId, s.updatedMs, s.messageCount) FROM CodingSession s"
                                + " WHERE s.accountId IN :accounts AND s.updatedMs >= :since"
                                + " ORDER BY s.updatedMs DESC",
                        SessionRevision.class)
                .setParameter("accounts", accountIds)
                .setParameter("since", sinceMillis)
                .setMaxResults(limit)
                .getResultList();
    }

    /** {@code id} is a public id or the external id the coding tool gave. */
    Optional<CodingSession> find(long accountId, String id) {
        return find("publicId", accountId, id).or(() -> find("externalId", accountId, id));
    }

    /** Those of these row ids that exist, in no order. */
    List<CodingSession> findAll(Collection<Long> ids) {
        return entities.createQuery("SELECT s FROM CodingSession s WHERE s.id IN :ids", CodingSession.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** By row id, of those of which something was said. In SQL: what owners say of sessions is no entity. */
    Map<Long, SessionMarks> marks(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("SELECT m.session_id, m.status, t.tag FROM eval_mark m"
                        + " LEFT JOIN eval_tag t ON t.session_id = m.session_id WHERE m.session_id IN (:ids)")
                .setParameter("ids", ids)
                .getResultList();
        Map<Long, SessionMarks> marks = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            List<String> tags = columns[2] == null ? List.of() : List.of((String) columns[2]);
            marks.merge(
                    ((Number) columns[0]).longValue(),
                    new SessionMarks((String) columns[1], tags),
                    SessionMarks::withTagsOf);
        }
        return marks;
    }

    /** Those of these row ids that belong to the account, in no order. */
    List<CodingSession> findAll(long accountId, Collection<Long> ids) {
        return entities.createQuery(
                        "SELECT s FROM CodingSession s WHERE s.accountId = :account AND s.id IN :ids",
                        CodingSession.class)
                .setParameter("account", accountId)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Those with these public ids that belong to the account, in no order. */
    List<CodingSession> findByPublicIds(long accountId, Collection<String> ids) {
        return entities.createQuery(
                        "SELECT s FROM CodingSession s WHERE s.accountId = :account AND s.publicId IN :ids",
                        CodingSession.class)
                .setParameter("account", accountId)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Of which the external id looks like that of a test; both beginnings are ranges of one index. */
    List<CodingSession> possibleTests(long accountId, int limit) {
        return entities.createQuery(
                        "SELECT s FROM CodingSession s WHERE s.accountId = :account AND s.messageCount <= 1"
                                + " AND (s.externalId LIKE 'test-%' OR s.externalId LIKE 'cursor-test-%')"
                                + " ORDER BY s.externalId",
                        CodingSession.class)
                .setParameter("account", accountId)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Each once. Grouped by the account too, as the index is, both databases leap in it from one name to the next however many
     * sessions have it; for distinct names alone MariaDB reads them all.
     */
    List<String> names(long accountId, SessionName name, int limit) {
        return entities.createQuery(
                        "SELECT s.%1$s FROM CodingSession s WHERE s.accountId = :account AND s.%1$s > ''"
                                        .formatted(name.field())
                                + " GROUP BY s.accountId, s." + name.field(),
                        String.class)
                .setParameter("account", accountId)
                .setMaxResults(limit)
                .getResultList();
    }

    /** In order, those greater than {@code after}, of all accounts. */
    List<Long> idsAfter(long after, int limit) {
        return entities.createQuery("SELECT s.id FROM CodingSession s WHERE s.id > :after ORDER BY s.id", Long.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** In order, those greater than {@code after}; the empty text comes before all. */
    List<String> externalIds(long accountId, String after, int limit) {
        return entities.createQuery(
                        "SELECT s.externalId FROM CodingSession s WHERE s.accountId = :account AND s.externalId >"
                                + " :after ORDER BY s.externalId",
                        String.class)
                .setParameter("account", accountId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    private Optional<CodingSession> newest(long accountId, long sinceMillis, String restOfQuery) {
        return entities.createQuery(
                        "SELECT s FROM CodingSession s WHERE s.accountId = :account AND s.updatedMs >= :since"
                                + restOfQuery,
                        CodingSession.class)
                .setParameter("account", accountId)
                .setParameter("since", sinceMillis)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Optional<CodingSession> find(String field, long accountId, String id) {
        return entities.createQuery(
                        "SELECT s FROM CodingSession s WHERE s.accountId = :account AND s." + field + " = :id",
                        CodingSession.class)
                .setParameter("account", accountId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
