package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Queries over invitations. */
@ApplicationScoped
public class InvitationRepository {

    @PersistenceContext
    EntityManager entities;

    void add(Invitation invitation) {
        entities.persist(invitation);
        entities.flush();
    }

    /** Neither accepted nor revoked nor expired, newest first. */
    List<Invitation> open(long nowMillis) {
        return entities.createQuery("""
                        SELECT i FROM Invitation i
                        WHERE i.acceptedMs IS NULL AND i.revokedMs IS NULL AND i.expiresMs > :now
                        ORDER BY i.createdMs DESC, i.id DESC
                        """, Invitation.class)
                .setParameter("now", nowMillis)
                .getResultList();
    }

    Optional<Invitation> lock(long id) {
        return Optional.ofNullable(entities.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Invitation> find(TokenHash token) {
        return byToken(token, LockModeType.NONE);
    }

    /** Locked, so that of two who follow the same link only one gets in. */
    Optional<Invitation> lock(TokenHash token) {
        return byToken(token, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The open ones of an administrator who leaves. */
    void revokeOf(long accountId, long nowMillis) {
        entities.createQuery("""
                        UPDATE Invitation i SET i.revokedMs = :now
                        WHERE i.invitedBy = :account AND i.acceptedMs IS NULL AND i.revokedMs IS NULL
                        """)
                .setParameter("now", nowMillis)
                .setParameter("account", accountId)
                .executeUpdate();
    }

    private Optional<Invitation> byToken(TokenHash token, LockModeType lock) {
        return entities.createQuery("SELECT i FROM Invitation i WHERE i.tokenHash = :token", Invitation.class)
                .setParameter("token", token.bytes())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
