package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The counters of wrong passwords, in the database so that all nodes count together. */
@ApplicationScoped
public class SignInFailureRepository {

    @PersistenceContext
    EntityManager entities;

    /** Locked until the transaction ends. */
    SignInFailures lock(TokenHash subject) {
        entities.createNativeQuery("""
                        INSERT INTO sign_in_failure (subject_hash, failures, last_ms, blocked_until_ms)
                        VALUES (:subject, 0, 0, 0)
                        ON DUPLICATE KEY UPDATE subject_hash = subject_hash
                        """).setParameter("subject", subject.bytes()).executeUpdate();
        Object[] row = (Object[]) entities.createNativeQuery(
                        "SELECT failures, last_ms, blocked_until_ms FROM sign_in_failure WHERE subject_hash = :subject FOR UPDATE")
                .setParameter("subject", subject.bytes())
                .getSingleResult();
        return new SignInFailures(
                number(row[0]).intValue(),
                number(row[1]).longValue(),
                number(row[2]).longValue());
    }

    void store(TokenHash subject, SignInFailures failures) {
        entities.createNativeQuery("""
                        UPDATE sign_in_failure SET failures = :failures, last_ms = :last, blocked_until_ms = :blocked
                        WHERE subject_hash = :subject
                        """)
                .setParameter("failures", failures.count())
                .setParameter("last", failures.lastMillis())
                .setParameter("blocked", failures.blockedUntilMillis())
                .setParameter("subject", subject.bytes())
                .executeUpdate();
    }

    void forgetOld(long beforeMillis) {
        entities.createNativeQuery("DELETE FROM sign_in_failure WHERE last_ms < :before")
                .setParameter("before", beforeMillis)
                .executeUpdate();
    }

    private static Number number(Object column) {
        return (Number) column;
    }
}
