package dev.opensync.web.session;

import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of the reader's sessions, one page of it at a time. */
@Named
@RequestScoped
public class SessionsView {

    private static final int PAGE_SIZE = 50;

    @Inject
    SessionService sessions;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private @Nullable String after;
    private List<ShownSession> rows = List.of();
    private @Nullable String next;

    /** Reads the page after {@code after}. */
    public void load() {
        Page<SessionSummary> page =
                sessions.newestFirst(signedIn.getId(), after == null ? null : Cursor.parse(after), PAGE_SIZE);
        Instant now = clock.instant();
        rows = page.items().stream()
                .map(session -> ShownSession.of(session, now))
                .toList();
        Cursor cursor = page.next();
        next = cursor == null ? null : cursor.toString();
    }

    public List<ShownSession> getRows() {
        return rows;
    }

    /** Where the page after this one starts; null on the last. */
    public @Nullable String getNext() {
        return next;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }
}
