package dev.opensync.api.analytics;

import dev.opensync.api.http.Choice;
import dev.opensync.api.security.CallerContext;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** What the caller's sessions come to: all of them, or those of some days, models, providers, projects or sources. */
@ApplicationScoped
@Path("stats")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class StatsResource {

    private static final Choice<UsageDimension> GROUP_BY = Choice.of("groupBy", UsageDimension.class);

    @Inject
    CallerContext context;

    @EJB
    UsageService usage;

    @GET
    public StatsResponse stats(@Context UriInfo uri) {
        UsageParameters parameters = new UsageParameters(uri);
        UsageQuery query = parameters.query();
        Set<UsageDimension> groupBy = GROUP_BY.parseAll(parameters.all("groupBy"));
        long accountId = context.caller().accountId();
        return StatsResponse.of(
                usage.byModel(accountId, query), groupBy.isEmpty() ? null : usage.groups(accountId, query, groupBy));
    }
}
