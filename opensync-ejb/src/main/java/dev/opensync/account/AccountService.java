package dev.opensync.account;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creating accounts, and reading and changing what is known of the people behind them. */
@Stateless
public class AccountService {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    @Inject
    AccountRepository accounts;

    @Inject
    AccountCache cache;

    @Inject
    Newcomers newcomers;

    @Inject
    Event<AccountChanged> changes;

    @Inject
    InstantSource clock;

    /** Whether nobody has an account yet. Costs a query only while that is so. */
    public boolean isServerUnclaimed() {
        return cache.isServerUnclaimed();
    }

    /** Fails with {@code CONFLICT} once anybody has an account, and with {@code INVALID} for an unusable field. */
    public AccountProfile createFirstAdministrator(String name, String email, String password) {
        Account account = accounts.isEmpty() ? newcomers.add(name, email, password, Role.ADMIN) : null;
        if (account == null || !accounts.claimServer(account)) {
            throw OpenSyncException.of(ErrorCode.CONFLICT, "This server has an administrator already")
                    .as("claimed");
        }
        return account.toProfile();
    }

    /** From memory, at most some seconds old. Fails with {@code NOT_FOUND}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public AccountProfile profile(long accountId) {
        return findProfile(accountId).orElseThrow(AccountService::notFound);
    }

    /** From memory, at most some seconds old. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<AccountProfile> findProfile(long accountId) {
        return cache.find(accountId);
    }

    /** For whoever has asked for the old password. Other browsers are signed out. Fails with {@code NOT_FOUND}. */
    public AccountProfile replacePassword(long accountId, String newHash) {
        Account account = get(accountId);
        account.changePassword(newHash, clock.instant());
        changes.fire(new AccountChanged(accountId));
        return account.toProfile();
    }

    /** Of a local account. Fails with {@code INVALID} for an empty name. */
    public void rename(long accountId, String name) {
        if (name.isBlank()) {
            throw OpenSyncException.invalid("Enter your name").as("name");
        }
        local(accountId).rename(name, clock.instant());
        changes.fire(new AccountChanged(accountId));
    }

    /** {@code tag}: of a language, null to leave it to the browser. Fails with {@code INVALID} for what is no such tag. */
    public void chooseLanguage(long accountId, @Nullable String tag) {
        if (tag != null && !LANGUAGE.matcher(tag).matches()) {
            throw OpenSyncException.invalid("This is not the tag of a language");
        }
        get(accountId).chooseLanguage(tag, clock.instant());
        changes.fire(new AccountChanged(accountId));
    }

    /** For whoever has asked for the password. Fails with {@code INVALID} or, if it is taken, with {@code CONFLICT}. */
    public void replaceEmail(long accountId, String email) {
        local(accountId).changeEmail(EmailAddress.normalized(email), clock.instant());
        accounts.flushSubject();
        changes.fire(new AccountChanged(accountId));
    }

    /** An identity provider tells the name and address of the others. */
    private Account local(long accountId) {
        Account account = get(accountId);
        if (account.passwordHash() == null) {
            throw notFound();
        }
        return account;
    }

    /** Fails with {@code NOT_FOUND} for anybody else. */
    public void requireAdministrator(long accountId) {
        if (get(accountId).role() != Role.ADMIN) {
            throw notFound();
        }
    }

    /** Everybody, by name. Fails with {@code NOT_FOUND} unless {@code administratorId} is an administrator. */
    public List<AccountProfile> people(long administratorId) {
        requireAdministrator(administratorId);
        return accounts.all().stream().map(Account::toProfile).toList();
    }

    /**
     * Fails with {@code NOT_FOUND} unless {@code administratorId} is an administrator, and with {@code CONFLICT} where no
     * administrator would be left.
     */
    public void changeRole(long administratorId, long accountId, Role role) {
        List<Account> administrators = accounts.lockAdministrators();
        if (administrators.stream().noneMatch(administrator -> administrator.id() == administratorId)) {
            throw notFound();
        }
        Account account = get(accountId);
        if (role != Role.ADMIN && account.role() == Role.ADMIN && administrators.size() == 1) {
            throw OpenSyncException.of(ErrorCode.CONFLICT, "The last administrator must stay one")
                    .as("last_administrator");
        }
        account.changeRole(role, clock.instant());
        changes.fire(new AccountChanged(accountId));
    }

    private Account get(long accountId) {
        return accounts.find(accountId).orElseThrow(AccountService::notFound);
    }

    private static OpenSyncException notFound() {
        return OpenSyncException.notFound("Account not found");
    }
}
