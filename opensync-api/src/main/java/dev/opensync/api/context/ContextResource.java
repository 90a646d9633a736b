package dev.opensync.api.context;

import dev.opensync.api.http.ServerAddress;
import dev.opensync.api.search.SearchHeaders;
import dev.opensync.api.search.SearchParameters;
import dev.opensync.api.security.CallerContext;
import dev.opensync.context.ContextFinder;
import dev.opensync.context.ContextRequest;
import dev.opensync.context.FoundContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Reminds an agent of what the caller's earlier sessions say about a matter. */
@Path("context")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class ContextResource {

    @Inject
    CallerContext caller;

    @Inject
    ContextFinder contexts;

    @Inject
    ServerAddress address;

    @GET
    public Response context(@Context UriInfo uri, @Context HttpServletRequest http) {
        ContextRequest request =
                ContextParameters.read(SearchParameters.of(uri.getQueryParameters()), address.of(http));
        FoundContext answer = contexts.find(caller.caller().accountId(), request);
        return SearchHeaders.addTo(Response.ok(ContextResponse.of(answer.context(), request.format())), answer.found())
                .build();
    }
}
