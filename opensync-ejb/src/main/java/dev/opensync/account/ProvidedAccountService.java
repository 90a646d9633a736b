package dev.opensync.account;

import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Accounts of people an identity provider vouches for. */
@Stateless
public class ProvidedAccountService {

    private static final int SUBJECT_CHARS = 512;

    @Inject
    AccountRepository accounts;

    @Inject
    Event<AccountChanged> changes;

    @Inject
    InstantSource clock;

    /**
     * Creates the account on first sight, and afterwards takes over what the provider now says. Where the claims do not speak
     * of roles, the first person on an empty server becomes its administrator.
     */
    public AccountProfile enter(ProvidedIdentity identity) {
        if (identity.subject().length() > SUBJECT_CHARS) {
            throw OpenSyncException.invalid("The provider's subject is too long");
        }
        Instant now = clock.instant();
        Optional<Account> known = accounts.findBySubject(identity.subject());
        if (known.isEmpty()) {
            return create(identity, now).toProfile();
        }
        Account account = known.get();
        AccountProfile before = account.toProfile();
        account.refresh(identity, now);
        AccountProfile after = account.toProfile();
        if (!after.equals(before)) {
            changes.fire(new AccountChanged(after.id()));
        }
        return after;
    }

    private Account create(ProvidedIdentity identity, Instant now) {
        boolean first = accounts.isEmpty();
        Role role = identity.role() == null ? Role.MEMBER : identity.role();
        Account account = accounts.addIfAbsent(Account.provided(identity, role, now));
        if (first && accounts.claimServer(account) && identity.role() == null) {
            account.changeRole(Role.ADMIN, now);
        }
        return account;
    }
}
