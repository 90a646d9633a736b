package dev.opensync.web.sharing;

import dev.opensync.notification.NotificationKind;
import dev.opensync.notification.NotificationService;
import dev.opensync.session.SessionService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Tells owners by name which of their sessions everybody can see, and which no longer. */
@ApplicationScoped
public class ShareNotices {

    @EJB
    NotificationService notifications;

    @EJB
    SessionService sessions;

    void add(long accountId, NotificationKind kind, String sessionId) {
        String title =
                Objects.requireNonNullElse(sessions.get(accountId, sessionId).title(), "");
        notifications.add(accountId, kind, title, "/session?id=" + sessionId);
    }
}
