package dev.opensync.api.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.opensync.api.security.ApiKeyOnly;
import dev.opensync.api.security.CallerContext;
import dev.opensync.session.SessionService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Which sessions are here already; a client that syncs everything asks this first. */
@ApplicationScoped
@Path("sessions")
@RolesAllowed("SYNC")
@Produces(MediaType.APPLICATION_JSON)
public class SyncSessionsResource {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int CHUNK = 1000;

    @Inject
    CallerContext context;

    @EJB
    SessionService sessions;

    /** All external ids of the owner of the key, in one answer of any length. */
    @GET
    @Path("list")
    @ApiKeyOnly
    public StreamingOutput list() {
        long accountId = context.caller().accountId();
        return out -> write(accountId, out);
    }

    private void write(long accountId, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.writeStartObject();
        json.writeArrayFieldStart("sessionIds");
        String last = "";
        List<String> chunk;
        do {
            chunk = sessions.externalIds(accountId, last, CHUNK);
            for (String id : chunk) {
                json.writeString(id);
                last = id;
            }
        } while (chunk.size() == CHUNK);
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }
}
