package dev.opensync.web.account;

import dev.opensync.account.AccountService;
import dev.opensync.account.SignInService;
import dev.opensync.notification.NotificationKind;
import dev.opensync.notification.NotificationService;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Changing one's own name and e-mail address, as a part of the settings page. */
@Named
@RequestScoped
public class ProfileView {

    @Inject
    AccountService accounts;

    @Inject
    SignInService signIns;

    @Inject
    NotificationService notifications;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    private String name = "";
    private String email = "";
    private String password = "";

    @PostConstruct
    void load() {
        name = signedIn.getName();
        email = signedIn.getEmail();
    }

    public void rename() {
        try {
            accounts.rename(signedIn.getId(), name);
            Messages.done(PageTexts.get("profile_renamed"));
        } catch (OpenSyncException e) {
            Messages.refused(e);
        }
    }

    public void changeEmail() {
        try {
            signIns.changeEmail(signedIn.getId(), email, password, visit.address());
            notifications.add(
                    signedIn.getId(), NotificationKind.EMAIL_CHANGED, signedIn.getEmail(), "/settings#profile");
            Messages.done(PageTexts.get("profile_email_changed"));
        } catch (OpenSyncException e) {
            Messages.refused(e);
        }
    }

    /** In UTC, for the browser to write in its own zone. */
    public String getSince() {
        return accounts.profile(signedIn.getId()).createdAt().toString();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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
}
