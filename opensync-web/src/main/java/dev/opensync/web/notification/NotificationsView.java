package dev.opensync.web.notification;

import dev.opensync.notification.Notification;
import dev.opensync.notification.NotificationKind;
import dev.opensync.notification.NotificationService;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.security.SignedInAccount;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the reader is told of, and how much of it is new. */
@Named
@RequestScoped
public class NotificationsView {

    private static final Logger LOG = System.getLogger(NotificationsView.class.getName());
    private static final int MOST_COUNTED = 9;

    @Inject
    NotificationService notifications;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private List<Row> rows = List.of();
    private @Nullable String unread;

    /**
     * One notification.
     *
     * @param kind key of its sentence
     * @param time in UTC
     */
    public record Row(String kind, String subject, String link, boolean fresh, String time, String ago) {

        private static Row of(Notification notification, Instant now) {
            return new Row(
                    notification.kind().name(),
                    notification.subject(),
                    notification.link(),
                    !notification.read(),
                    notification.createdAt().toString(),
                    Formats.ago(notification.createdAt(), now));
        }
    }

    /** What is shown counts as looked at from now on. */
    public void load() {
        Instant now = clock.instant();
        rows = notifications.newestFirst(signedIn.getId(), NotificationService.MOST).stream()
                .map(notification -> Row.of(notification, now))
                .toList();
        if (rows.stream().anyMatch(Row::fresh)) {
            notifications.markRead(signedIn.getId());
        }
    }

    /** What the page before did, as its address says it; empty if nothing. */
    public String getTold() {
        String kind = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("told");
        return Stream.of(NotificationKind.values()).map(Enum::name).anyMatch(name -> name.equals(kind))
                ? PageTexts.get("notified_" + kind)
                : "";
    }

    /** Newest first. */
    public List<Row> getRows() {
        return rows;
    }

    /** Empty if nothing is new; no page fails for the sake of its bell. */
    public String getUnread() {
        if (unread == null) {
            unread = count();
        }
        return unread;
    }

    private String count() {
        try {
            int count = notifications.unread(signedIn.getId());
            if (count > MOST_COUNTED) {
                return MOST_COUNTED + "+";
            }
            return count == 0 ? "" : Integer.toString(count);
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "Notifications cannot be counted", e);
            return "";
        }
    }
}
