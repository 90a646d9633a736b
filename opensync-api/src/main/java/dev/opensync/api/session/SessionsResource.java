package dev.opensync.api.session;

import dev.opensync.api.http.RequestBody;
import dev.opensync.api.security.CallerContext;
import dev.opensync.editing.SessionEditor;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.OpenSyncException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's sessions, and one of them with all its messages, which its owner may rename, choose or delete. */
@ApplicationScoped
@Path("sessions")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    CallerContext context;

    @EJB
    SessionService sessions;

    @Inject
    TranscriptAnswers transcripts;

    @Inject
    SessionEditor editor;

    @Inject
    RequestBody body;

    @GET
    public SessionListResponse list(@BeanParam SessionListParameters parameters) {
        return SessionListResponse.of(sessions.list(
                context.caller().accountId(), parameters.listing(), parameters.cursor(), parameters.limit()));
    }

    @GET
    @Path("get")
    public Response getByQuery(
            @QueryParam("id") @Nullable String id, @BeanParam MessagePageParameters page, @Context Request request) {
        if (id == null || id.isBlank()) {
            throw OpenSyncException.invalid("Missing session ID");
        }
        return get(id, page, request);
    }

    /** {@code id}: of the server or of the coding tool. All messages, unless a page of them is asked for. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id, @BeanParam MessagePageParameters page, @Context Request request) {
        long accountId = context.caller().accountId();
        SessionSummary session = sessions.get(accountId, id);
        if (page.isForAll()) {
            return transcripts.answer(accountId, session, request);
        }
        int limit = page.limit();
        List<TranscriptMessage> read = sessions.messages(accountId, session.id(), page.after(), limit + 1);
        List<TranscriptMessage> shown = read.subList(0, Math.min(limit, read.size()));
        Cursor next = read.size() > limit ? MessagePageParameters.cursor(shown) : null;
        return Response.ok(new TranscriptOutput(session, shown, next)).build();
    }

    /** {@code id}: of the server or of the coding tool. */
    @PATCH
    @Path("{id}")
    @RolesAllowed("SYNC")
    public SessionEdited edit(@PathParam("id") String id, InputStream changes) {
        return SessionEdited.of(
                editor.edit(context.caller().accountId(), id, SessionEditBody.parse(body.read(changes))));
    }

    /** {@code id}: of the server or of the coding tool. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("SYNC")
    public SessionEdited delete(@PathParam("id") String id) {
        return SessionEdited.of(editor.delete(context.caller().accountId(), id));
    }
}
