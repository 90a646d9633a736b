package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
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

    Optional<Account> findBySubject(String subject) {
        return entities.createQuery("SELECT a FROM Account a WHERE a.subject = :subject", Account.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** By name, then id. */
    List<Account> all() {
        return entities.createQuery("SELECT a FROM Account a ORDER BY a.name, a.id", Account.class)
                .getResultList();
    }

    /** Locked until the transaction ends, so that two administrators cannot demote each other at once. */
    List<Account> lockAdministrators() {
        return entities.createQuery("SELECT a FROM Account a WHERE a.role = :role ORDER BY a.id", Account.class)
                .setParameter("role", Role.ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** False if there is an account with this subject already; the transaction is lost then. */
    boolean add(Account account) {
        try {
            entities.persist(account);
            entities.flush();
            return true;
        } catch (PersistenceException e) {
            return rethrowUnlessDuplicate(e);
        }
    }

    /** False if somebody else was first; the transaction is lost then. */
    boolean claimServer(Account account) {
        try {
            entities.createNativeQuery("INSERT INTO first_account (id, account_id) VALUES (1, :account)")
                    .setParameter("account", account.id())
                    .executeUpdate();
            return true;
        } catch (PersistenceException e) {
            return rethrowUnlessDuplicate(e);
        }
    }

    private static boolean rethrowUnlessDuplicate(PersistenceException e) {
        if (e instanceof ConstraintViolationException) {
            return false;
        }
        throw e;
    }
}
