package dev.opensync.account;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Shuts an account before what it holds is deleted: no way in is left, and nothing that names the person. */
@Stateless
public class AccountClosingService {

    @Inject
    AccountRepository accounts;

    @EJB
    ApiKeyService keys;

    @Inject
    RememberedBrowserRepository browsers;

    @Inject
    InvitationRepository invitations;

    @Inject
    Event<AccountChanged> changes;

    @Inject
    InstantSource clock;

    /**
     * At once on this node, within five seconds on the others; the person may come back with a new account. Fails with
     * {@code CONFLICT} where no administrator would be left, and with {@code NOT_FOUND}.
     */
    public void close(long accountId) {
        List<Account> administrators = accounts.lockAdministrators();
        Account account = lockOpen(accountId);
        Optional<Account> other = administrators.stream()
                .filter(administrator -> administrator.id() != accountId)
                .findFirst();
        if (account.role() == Role.ADMIN && other.isEmpty()) {
            throw OpenSyncException.of(
                            ErrorCode.CONFLICT,
                            "You are the only administrator. Make somebody else an administrator first.")
                    .as("only_administrator");
        }
        other.ifPresent(administrator -> accounts.passServerOn(accountId, administrator.id()));
        keys.revokeAll(accountId);
        browsers.forgetAll(accountId);
        invitations.revokeOf(accountId, clock.millis());
        account.close(clock.instant());
        changes.fire(new AccountChanged(accountId));
    }

    /** Nobody closes it before the transaction ends. Fails with {@code NOT_FOUND} for one that is closed. */
    public void keepOpen(long accountId) {
        lockOpen(accountId);
    }

    private Account lockOpen(long accountId) {
        return accounts.lock(accountId)
                .filter(found -> !found.isClosed())
                .orElseThrow(() -> OpenSyncException.notFound("Account not found"));
    }
}
