package dev.opensync.web.account;

import dev.opensync.account.InvitationService;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page where anybody makes an account, on a server that allows it. */
@Named
@RequestScoped
public class SignUpView {

    @Inject
    InvitationService invitations;

    @Inject
    Visit visit;

    private final NewAccount account = new NewAccount();

    /** Fails with {@code NOT_FOUND} where sign-up is closed. */
    public void check() {
        visit.requireLocalAccounts();
        if (!invitations.isSignUpOpen()) {
            throw OpenSyncException.notFound("Sign-up is closed");
        }
    }

    public void signUp() {
        visit.requireLocalAccounts();
        try {
            visit.enter(invitations.signUp(account.getName(), account.getEmail(), account.getPassword()), false, null);
        } catch (OpenSyncException e) {
            Messages.refused(e);
        }
    }

    public NewAccount getAccount() {
        return account;
    }
}
