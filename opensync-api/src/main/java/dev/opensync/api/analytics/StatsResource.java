package dev.opensync.api.analytics;

import dev.opensync.api.security.CallerContext;
import dev.opensync.usage.UsageService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What all the caller's sessions come to. */
@Path("stats")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class StatsResource {

    @Inject
    CallerContext context;

    @Inject
    UsageService usage;

    @GET
    public StatsResponse stats() {
        return StatsResponse.of(usage.byModel(context.caller().accountId()));
    }
}
