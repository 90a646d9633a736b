package dev.opensync.api.session;

import dev.opensync.api.http.Bounds;
import dev.opensync.api.http.Choice;
import dev.opensync.api.http.PageLimit;
import dev.opensync.session.SessionListing;
import dev.opensync.session.SessionOrder;
import dev.opensync.session.SessionSource;
import dev.opensync.shared.Cursor;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of sessions; what cannot be used fails with {@code INVALID}. */
public class SessionListParameters {

    private static final Choice<SessionOrder> ORDERS =
            Choice.of("sort", List.of(SessionOrder.values()), SessionOrder::wireName);
    private static final Choice<Boolean> DIRECTIONS =
            Choice.of("order", List.of(false, true), ascending -> ascending ? "asc" : "desc");
    private static final Choice<Boolean> SHARED = Choice.ofYesOrNo("shared");
    private static final Choice<Boolean> EVAL_READY = Choice.ofYesOrNo("evalReady");

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @QueryParam("source")
    @Nullable
    String source;

    @QueryParam("project")
    @Nullable
    String project;

    @QueryParam("model")
    @Nullable
    String model;

    @QueryParam("provider")
    @Nullable
    String provider;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("shared")
    @Nullable
    String shared;

    @QueryParam("evalReady")
    @Nullable
    String evalReady;

    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("order")
    @Nullable
    String order;

    SessionListing listing() {
        return new SessionListing(
                SessionSource.normalise(source),
                emptyToNull(project),
                emptyToNull(model),
                emptyToNull(provider),
                Bounds.from("from", from),
                Bounds.until("to", to),
                SHARED.parse(shared),
                EVAL_READY.parse(evalReady),
                ORDERS.parse(sort, SessionOrder.UPDATED_AT),
                DIRECTIONS.parse(order, false));
    }

    @Nullable
    Cursor cursor() {
        return cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor);
    }

    int limit() {
        return PageLimit.parse(limit);
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
