package dev.opensync.api.session;

import dev.opensync.session.SessionSummary;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of sessions; {@code nextCursor} is absent on the last one. */
public record SessionListResponse(
        List<SessionResponse> sessions, @Nullable String nextCursor) {

    static SessionListResponse of(Page<SessionSummary> page) {
        Cursor next = page.next();
        return new SessionListResponse(
                page.items().stream().map(SessionResponse::of).toList(), next == null ? null : next.toString());
    }
}
