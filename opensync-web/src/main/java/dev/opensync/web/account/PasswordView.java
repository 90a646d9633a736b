package dev.opensync.web.account;

import dev.opensync.account.SignInService;
import dev.opensync.notification.NotificationKind;
import dev.opensync.notification.NotificationService;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Changing one's own password, as a part of the settings page. */
@Named
@RequestScoped
public class PasswordView {

    @Inject
    SignInService signIns;

    @Inject
    NotificationService notifications;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    private String oldPassword = "";
    private String newPassword = "";

    public void change() {
        try {
            visit.renew(signIns.changePassword(signedIn.getId(), oldPassword, newPassword, visit.address()));
            notifications.add(signedIn.getId(), NotificationKind.PASSWORD_CHANGED, "", "");
            Messages.done(PageTexts.get("password_changed"));
        } catch (OpenSyncException e) {
            Messages.refused(e);
        }
    }

    public String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }
}
