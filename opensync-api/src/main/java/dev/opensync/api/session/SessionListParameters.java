package dev.opensync.api.session;

import dev.opensync.api.http.Choice;
import dev.opensync.api.http.ListParameters;
import dev.opensync.session.EvalStatus;
import dev.opensync.session.MarkCondition;
import dev.opensync.session.SessionListing;
import dev.opensync.session.SessionMarks;
import dev.opensync.session.SessionOrder;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of sessions; what cannot be used fails with {@code INVALID}. */
public class SessionListParameters extends ListParameters {

    private static final Choice<SessionOrder> ORDERS =
            Choice.of("sort", List.of(SessionOrder.values()), SessionOrder::wireName);
    private static final Choice<Boolean> DIRECTIONS =
            Choice.of("order", List.of(false, true), ascending -> ascending ? "asc" : "desc");
    private static final Choice<Boolean> SHARED = Choice.ofYesOrNo("shared");
    private static final Choice<Boolean> EVAL_READY = Choice.ofYesOrNo("evalReady");
    private static final Choice<EvalStatus> EVAL_STATUS = Choice.of("evalStatus", EvalStatus.class);

    @QueryParam("provider")
    @Nullable
    String provider;

    @QueryParam("shared")
    @Nullable
    String shared;

    @QueryParam("evalReady")
    @Nullable
    String evalReady;

    @QueryParam("evalStatus")
    @Nullable
    String evalStatus;

    @QueryParam("evalTags")
    @Nullable
    String evalTags;

    @QueryParam("sort")
    @Nullable
    String sort;

    @QueryParam("order")
    @Nullable
    String order;

    SessionListing listing() {
        return new SessionListing(
                source(),
                project(),
                model(),
                emptyToNull(provider),
                from(),
                until(),
                SHARED.parse(shared),
                EVAL_READY.parse(evalReady),
                marks(),
                ORDERS.parse(sort, SessionOrder.UPDATED_AT),
                DIRECTIONS.parse(order, false));
    }

    private MarkCondition marks() {
        return new MarkCondition(
                EVAL_STATUS.parseAll(words(evalStatus)).stream()
                        .map(EvalStatus::name)
                        .collect(Collectors.toSet()),
                words(evalTags).stream().map(SessionMarks::spelled).collect(Collectors.toSet()));
    }
}
