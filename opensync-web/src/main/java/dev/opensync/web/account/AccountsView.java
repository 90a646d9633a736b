package dev.opensync.web.account;

import dev.opensync.account.AccountProfile;
import dev.opensync.account.AccountService;
import dev.opensync.account.InvitationService;
import dev.opensync.account.InvitationSummary;
import dev.opensync.account.Role;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has an account, and who was invited; for administrators. */
@Named
@ViewScoped
public class AccountsView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    AccountService accounts;

    @Inject
    InvitationService invitations;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    private transient @Nullable List<AccountProfile> people;
    private transient @Nullable List<InvitationSummary> open;
    private String email = "";
    private Role role = Role.MEMBER;
    /** Never written to a disk with the session. */
    private transient @Nullable String link;

    /** Fails with {@code NOT_FOUND} for members. */
    @PostConstruct
    void load() {
        people = accounts.people(signedIn.getId());
        open = invitations.list(signedIn.getId());
    }

    public void invite() {
        try {
            String token = invitations.create(signedIn.getId(), email, role).token();
            link = visit.baseUrl() + "/invitation?token=" + token;
            email = "";
            role = Role.MEMBER;
        } catch (OpenSyncException e) {
            Messages.refused(e);
        }
        load();
    }

    public void withdraw(long invitationId) {
        link = null;
        invitations.revoke(signedIn.getId(), invitationId);
        load();
    }

    public void promote(long accountId) {
        change(accountId, Role.ADMIN);
    }

    public void demote(long accountId) {
        change(accountId, Role.MEMBER);
    }

    /** By name. */
    public List<AccountProfile> getPeople() {
        if (people == null) {
            load();
        }
        return people == null ? List.of() : people;
    }

    /** Newest first. */
    public List<InvitationSummary> getOpen() {
        if (open == null) {
            load();
        }
        return open == null ? List.of() : open;
    }

    public boolean isWithProvider() {
        return visit.isWithProvider();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    /** Of the invitation just made, to be shown once; null at any other time. */
    public @Nullable String getLink() {
        return link;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    private void change(long accountId, Role newRole) {
        link = null;
        try {
            accounts.changeRole(signedIn.getId(), accountId, newRole);
        } catch (OpenSyncException e) {
            Messages.refused(e);
        }
        load();
    }
}
