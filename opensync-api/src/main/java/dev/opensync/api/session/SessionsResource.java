package dev.opensync.api.session;

import dev.opensync.api.http.PageLimit;
import dev.opensync.api.security.CallerContext;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSource;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptReader;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.OpenSyncException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** The caller's sessions, newest change first, and one of them with all its messages. */
@Path("sessions")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    CallerContext context;

    @Inject
    SessionService sessions;

    @Inject
    TranscriptReader transcripts;

    @GET
    public SessionListResponse list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("source") @Nullable String source) {
        return SessionListResponse.of(sessions.newestFirst(
                context.caller().accountId(),
                SessionSource.normalise(source),
                cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor),
                PageLimit.parse(limit)));
    }

    @GET
    @Path("get")
    public StreamingOutput getByQuery(@QueryParam("id") @Nullable String id) {
        if (id == null || id.isBlank()) {
            throw OpenSyncException.invalid("Missing session ID");
        }
        return get(id);
    }

    /** {@code id}: of the server or of the coding tool. */
    @GET
    @Path("{id}")
    public StreamingOutput get(@PathParam("id") String id) {
        long accountId = context.caller().accountId();
        SessionSummary session = sessions.get(accountId, id);
        return new TranscriptOutput(session, transcripts.messages(accountId, session.id()));
    }
}
