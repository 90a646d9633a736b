package dev.opensync.web.sharing;

import dev.opensync.notification.NotificationKind;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sharing.ShareTerms;
import dev.opensync.sharing.Sharing;
import dev.opensync.web.faces.Refusals;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Makes the session of the page public or private. Both fail with {@code NOT_FOUND} for a session of someone else. */
@Named
@RequestScoped
public class ShareActionsView {

    @Inject
    Sharing sharing;

    @Inject
    ShareView page;

    @Inject
    ShareNotices notices;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    @Inject
    InstantSource clock;

    /**
     * {@code validity}: ISO 8601 period, blank = for good; {@code seen}: seal of the list of secrets; {@code last}: number of
     * the last message of the preview.
     */
    public void share(
            @Nullable String validity,
            @Nullable String password,
            boolean withSecrets,
            @Nullable String seen,
            @Nullable String last) {
        String wanted = password == null || password.isEmpty() ? null : password;
        try {
            ShareTerms terms = new ShareTerms(expiry(validity), wanted, withSecrets, seen, number(last));
            sharing.share(signedIn.getId(), id(), terms);
        } catch (OpenSyncException e) {
            page.setAfter(null);
            page.load();
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, Refusals.text(e), null));
            return;
        }
        tell(NotificationKind.SESSION_SHARED);
    }

    /** At once. */
    public void revoke() {
        sharing.revoke(signedIn.getId(), id());
        tell(NotificationKind.SESSION_MADE_PRIVATE);
    }

    private void tell(NotificationKind kind) {
        notices.add(signedIn.getId(), kind, id());
        visit.goOn("/share?id=" + id() + "&told=" + kind);
    }

    private String id() {
        String id = page.getId();
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        return id;
    }

    private static int number(@Nullable String text) {
        try {
            return Integer.parseInt(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw OpenSyncException.invalid("Not the number of a message");
        }
    }

    private @Nullable Instant expiry(@Nullable String validity) {
        if (validity == null || validity.isBlank()) {
            return null;
        }
        try {
            return clock.instant()
                    .atZone(ZoneOffset.UTC)
                    .plus(Period.parse(validity))
                    .toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw OpenSyncException.invalid("Not a time to expire after");
        }
    }
}
