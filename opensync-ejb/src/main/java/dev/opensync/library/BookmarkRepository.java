package dev.opensync.library;

import dev.opensync.shared.Cursor;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Queries over bookmarks. */
@ApplicationScoped
public class BookmarkRepository {

    private static final String SELECT =
            "SELECT new dev.opensync.library.BookmarkedMessage(b.id, b.name, s.publicId, s.externalId, s.title, b.sequence,"
                    + " b.createdMs, b.lastUsedMs)"
                    + " FROM Bookmark b JOIN CodingSession s ON s.id = b.sessionId WHERE b.accountId = :account";

    @PersistenceContext
    EntityManager entities;

    /** Fails with {@code CONFLICT} if the same message was marked in the same moment. */
    void add(Bookmark bookmark) {
        try {
            entities.persist(bookmark);
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw OpenSyncException.of(ErrorCode.CONFLICT, "This message is marked already");
        }
    }

    void remove(Bookmark bookmark) {
        entities.remove(bookmark);
    }

    /** {@code after} null = from the newest. */
    List<BookmarkedMessage> newestFirst(long accountId, @Nullable Cursor after, int limit) {
        Cursor start = after == null ? new Cursor(Long.MAX_VALUE, Long.MAX_VALUE) : after;
        return entities.createQuery(
                        SELECT + " AND (b.createdMs < :millis OR (b.createdMs = :millis AND b.id < :id))"
                                + " ORDER BY b.createdMs DESC, b.id DESC",
                        BookmarkedMessage.class)
                .setParameter("account", accountId)
                .setParameter("millis", start.value())
                .setParameter("id", start.id())
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<BookmarkedMessage> findShown(long accountId, long id) {
        return entities.createQuery(SELECT + " AND b.id = :id", BookmarkedMessage.class)
                .setParameter("account", accountId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Of these sessions together, by their public ids, in no order. */
    List<BookmarkedMessage> ofSessions(long accountId, Collection<String> sessionIds, int limit) {
        return entities.createQuery(SELECT + " AND s.publicId IN :sessions", BookmarkedMessage.class)
                .setParameter("account", accountId)
                .setParameter("sessions", sessionIds)
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<Bookmark> find(long accountId, long id) {
        return entities.createQuery(
                        "SELECT b FROM Bookmark b WHERE b.accountId = :account AND b.id = :id", Bookmark.class)
                .setParameter("account", accountId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<Bookmark> find(long accountId, MessageId message) {
        return entities.createQuery(
                        "SELECT b FROM Bookmark b JOIN CodingSession s ON s.id = b.sessionId"
                                + " WHERE b.accountId = :account AND s.publicId = :session AND b.sequence = :sequence",
                        Bookmark.class)
                .setParameter("account", accountId)
                .setParameter("session", message.sessionId())
                .setParameter("sequence", message.sequence())
                .getResultStream()
                .findFirst();
    }

    /** Row id of the session with that public id. */
    Optional<Long> rowId(long accountId, String sessionId) {
        return entities.createQuery(
                        "SELECT s.id FROM CodingSession s WHERE s.accountId = :account AND s.publicId = :session",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("session", sessionId)
                .getResultStream()
                .findFirst();
    }
}
