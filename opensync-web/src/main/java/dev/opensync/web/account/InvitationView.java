package dev.opensync.web.account;

import dev.opensync.account.InvitationService;
import dev.opensync.account.InvitationSummary;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.Visit;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page behind an invitation's link. Looking at it changes nothing; only its form uses the invitation up. */
@Named
@ViewScoped
public class InvitationView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    InvitationService invitations;

    @Inject
    Visit visit;

    private @Nullable String token;
    private @Nullable InvitationSummary invitation;
    private String name = "";
    private String password = "";

    /** An invitation that was used, withdrawn or has expired leaves {@link #getInvitation} null. */
    public void check() {
        visit.requireLocalAccounts();
        invitation = token == null ? null : invitations.find(token).orElse(null);
    }

    public void accept() {
        visit.requireLocalAccounts();
        try {
            visit.enter(invitations.accept(Objects.requireNonNullElse(token, ""), name, password), false, null);
        } catch (OpenSyncException e) {
            Messages.refused(e);
        }
    }

    public @Nullable InvitationSummary getInvitation() {
        return invitation;
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
