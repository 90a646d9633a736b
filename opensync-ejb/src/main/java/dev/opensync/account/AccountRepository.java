package dev.opensync.account;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Queries over accounts. */
@ApplicationScoped
public class AccountRepository {

    @PersistenceContext
    EntityManager entities;

    boolean isEmpty() {
        return entities.createQuery("SELECT a.id FROM Account a", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<Account> find(long id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /** Locked until the transaction ends, so that whoever closes it and whoever relies on it wait for each other. */
    Optional<Account> lock(long id) {
        return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Account> findBySubject(String subject) {
        return entities.createQuery("SELECT a FROM Account a WHERE a.subject = :subject", Account.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** Without the closed ones; by name, then id. */
    List<Account> all() {
        return entities.createQuery(
                        "SELECT a FROM Account a WHERE a.subject NOT LIKE :closed ORDER BY a.name, a.id", Account.class)
                .setParameter("closed", Account.CLOSED + "%")
                .getResultList();
    }

    /** Locked until the transaction ends, so that two administrators cannot demote each other at once. */
    List<Account> lockAdministrators() {
        return entities.createQuery("SELECT a FROM Account a WHERE a.role = :role ORDER BY a.id", Account.class)
                .setParameter("role", Role.ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Fails with {@code CONFLICT} if there is an account with this subject already. */
    void add(Account account) {
        try {
            entities.persist(account);
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw taken();
        }
    }

    /** Adds it unless there is one with this subject, and returns the one there is. */
    Account addIfAbsent(Account account) {
        entities.createNativeQuery("""
                        INSERT INTO account (subject, email, name, role, created_ms, updated_ms)
                        VALUES (:subject, :email, :name, :role, :now, :now)
                        ON DUPLICATE KEY UPDATE subject = subject
                        """)
                .setParameter("subject", account.subject())
                .setParameter("email", account.email())
                .setParameter("name", account.name())
                .setParameter("role", account.role().name())
                .setParameter("now", account.createdMs())
                .executeUpdate();
        return findBySubject(account.subject()).orElseThrow();
    }

    /** In case one of them claimed the server, it was the other. */
    void passServerOn(long accountId, long otherId) {
        entities.createNativeQuery("UPDATE first_account SET account_id = :other WHERE account_id = :account")
                .setParameter("other", otherId)
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** Fails with {@code CONFLICT} if another account has its subject. */
    void flushSubject() {
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw taken();
        }
    }

    private static OpenSyncException taken() {
        return OpenSyncException.of(ErrorCode.CONFLICT, "This e-mail address cannot be used")
                .as("email_taken");
    }

    /** Whether this account is the one that claimed the empty server; the first to ask is. */
    boolean claimServer(Account account) {
        entities.createNativeQuery(
                        "INSERT INTO first_account (id, account_id) VALUES (1, :account) ON DUPLICATE KEY UPDATE id = id")
                .setParameter("account", account.id())
                .executeUpdate();
        Object first = entities.createNativeQuery("SELECT account_id FROM first_account WHERE id = 1")
                .getSingleResult();
        return ((Number) first).longValue() == account.id();
    }
}
