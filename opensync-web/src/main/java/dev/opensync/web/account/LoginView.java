package dev.opensync.web.account;

import dev.opensync.account.InvitationService;
import dev.opensync.account.SignInService;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The sign-in page. */
@Named
@RequestScoped
public class LoginView {

    @Inject
    SignInService signIns;

    @Inject
    InvitationService invitations;

    @Inject
    Visit visit;

    private String email = "";
    private String password = "";
    private boolean remember;
    private @Nullable String from;
    private @Nullable String refused;

    public void signIn() {
        visit.requireLocalAccounts();
        try {
            visit.enter(signIns.signIn(email, password, visit.address()), remember, from);
        } catch (OpenSyncException e) {
            Messages.refused(e);
        }
    }

    /** Whether people sign in elsewhere, and this page only leads there. */
    public boolean isWithProvider() {
        return visit.isWithProvider();
    }

    public boolean isSignUpOpen() {
        return !visit.isWithProvider() && invitations.isSignUpOpen();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }

    /** The page that was asked for; null if none was. */
    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    /** Set when the provider's answer could not be used. */
    public @Nullable String getRefused() {
        return refused;
    }

    public void setRefused(@Nullable String refused) {
        this.refused = refused;
    }
}
