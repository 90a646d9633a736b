package dev.opensync.web.account;

import dev.opensync.account.AccountService;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The first page of a new server, where its administrator is made. */
@Named
@RequestScoped
public class SetUpView {

    @Inject
    AccountService accounts;

    @Inject
    Visit visit;

    private final NewAccount account = new NewAccount();

    /** Fails with {@code NOT_FOUND} once somebody has an account. */
    public void check() {
        visit.requireLocalAccounts();
        if (!accounts.isServerUnclaimed()) {
            throw OpenSyncException.notFound("This server is set up");
        }
    }

    public void create() {
        visit.requireLocalAccounts();
        try {
            visit.enter(
                    accounts.createFirstAdministrator(account.getName(), account.getEmail(), account.getPassword()),
                    false,
                    null);
        } catch (OpenSyncException e) {
            Messages.refused(e);
        }
    }

    public NewAccount getAccount() {
        return account;
    }
}
