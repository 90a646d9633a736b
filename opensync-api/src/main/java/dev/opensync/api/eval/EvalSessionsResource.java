package dev.opensync.api.eval;

import dev.opensync.api.http.RequestBody;
import dev.opensync.api.security.CallerContext;
import dev.opensync.eval.EvalCounting;
import dev.opensync.eval.EvalFilter;
import dev.opensync.eval.EvalMarking;
import dev.opensync.eval.EvalService;
import dev.opensync.shared.OpenSyncException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** The caller's sessions that are chosen for evaluations, newest choice first. */
@ApplicationScoped
@Path("sessions/eval-ready")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class EvalSessionsResource {

    private static final Set<String> MEMBERS = Set.of("sessionIds", "evalReady", "evalStatus", "addTags", "removeTags");

    @Inject
    CallerContext context;

    @EJB
    EvalService evals;

    @Inject
    EvalCounting counting;

    @Inject
    EvalMarking marking;

    @Inject
    RequestBody body;

    @GET
    public EvalSessionsResponse list(@BeanParam EvalListParameters parameters) {
        long accountId = context.caller().accountId();
        EvalFilter filter = parameters.filter();
        var counts = counting.counts(accountId, filter);
        return EvalSessionsResponse.of(evals.list(accountId, filter, parameters.cursor(), parameters.limit()), counts);
    }

    /** Marks several sessions in the same way; those that are not the caller's are left out. */
    @POST
    @RolesAllowed("SYNC")
    public EvalChangedResponse change(InputStream changes) {
        EvalBody read = EvalBody.parse(body.read(changes), MEMBERS);
        List<String> ids = read.texts("sessionIds");
        if (ids == null || ids.isEmpty()) {
            throw OpenSyncException.invalid("sessionIds must be an array of ids");
        }
        return new EvalChangedResponse(
                true, marking.changeAll(context.caller().accountId(), ids, EvalChangeBody.ofMany(read)));
    }
}
