package dev.opensync.api.search;

import dev.opensync.api.security.CallerContext;
import dev.opensync.search.SearchAdministrationService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The search indexes of this installation, for administrators. */
@ApplicationScoped
@Path("admin/search")
@RolesAllowed("ADMIN")
@Produces(MediaType.APPLICATION_JSON)
public class SearchIndexResource {

    @Inject
    CallerContext context;

    @EJB
    SearchAdministrationService administration;

    @GET
    public SearchStateResponse state() {
        return SearchStateResponse.of(administration.state(context.caller().accountId()));
    }

    /** Answers before it has begun. */
    @POST
    @Path("rebuild")
    public Response rebuild() {
        administration.rebuild(context.caller().accountId());
        return Response.accepted(state()).build();
    }
}
