package dev.opensync.api.eval;

import dev.opensync.api.http.RequestBody;
import dev.opensync.api.security.CallerContext;
import dev.opensync.eval.EvalChecklists;
import dev.opensync.eval.EvalMarking;
import dev.opensync.eval.EvalService;
import dev.opensync.eval.MarkedSession;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** What the caller says of one session for evaluations. {@code id}: of the server or of the coding tool. */
@ApplicationScoped
@Path("sessions/{id}/eval-ready")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class EvalMarkResource {

    @Inject
    CallerContext context;

    @EJB
    EvalService evals;

    @Inject
    EvalMarking marking;

    @Inject
    EvalChecklists checklists;

    @Inject
    RequestBody body;

    /** With what speaks for and against the session; reads all of it. */
    @GET
    public EvalMarkResponse get(@PathParam("id") String id) {
        long accountId = context.caller().accountId();
        MarkedSession session = evals.get(accountId, id);
        return EvalMarkResponse.of(
                session, checklists.of(accountId, session.session().id()));
    }

    @PATCH
    @RolesAllowed("SYNC")
    public EvalMarkedResponse change(@PathParam("id") String id, InputStream changes) {
        long accountId = context.caller().accountId();
        String changed = marking.change(accountId, id, EvalChangeBody.ofOne(body.read(changes)));
        return new EvalMarkedResponse(true, EvalSessionResponse.of(evals.get(accountId, changed)));
    }
}
