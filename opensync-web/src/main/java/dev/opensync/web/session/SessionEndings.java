package dev.opensync.web.session;

import dev.opensync.editing.SessionEditor;
import dev.opensync.notification.NotificationKind;
import dev.opensync.notification.NotificationService;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.sharing.Sharing;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Takes sessions away, from visitors or for good, and tells their owner. Fails with {@code NOT_FOUND} for those of others. */
@ApplicationScoped
public class SessionEndings {

    @Inject
    SessionEditor editor;

    @Inject
    Sharing sharing;

    @EJB
    SessionService sessions;

    @EJB
    NotificationService notifications;

    void makePrivate(long accountId, String id) {
        SessionSummary session = sessions.get(accountId, id);
        sharing.revoke(accountId, id);
        notifications.add(
                accountId, NotificationKind.SESSION_MADE_PRIVATE, title(session), "/session?id=" + session.id());
    }

    void delete(long accountId, String id) {
        SessionSummary session = sessions.get(accountId, id);
        editor.delete(accountId, id);
        tellDeleted(accountId, List.of(session));
    }

    /** One sentence for all of them. */
    void tellDeleted(long accountId, List<SessionSummary> gone) {
        if (gone.size() == 1) {
            notifications.add(accountId, NotificationKind.SESSION_DELETED, title(gone.get(0)), "");
        } else if (!gone.isEmpty()) {
            notifications.add(accountId, NotificationKind.SESSIONS_DELETED, Integer.toString(gone.size()), "");
        }
    }

    private static String title(SessionSummary session) {
        return Objects.requireNonNullElse(session.title(), "");
    }
}
