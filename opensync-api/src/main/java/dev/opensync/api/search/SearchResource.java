package dev.opensync.api.search;

import dev.opensync.api.http.PageLimit;
import dev.opensync.api.http.RequestBody;
import dev.opensync.api.security.CallerContext;
import dev.opensync.search.SearchPage;
import dev.opensync.search.SearchService;
import dev.opensync.search.SearchType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** Finds the caller's sessions by what was said and done in them. */
@ApplicationScoped
@Path("search")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final int DEFAULT_LIMIT = 20;

    @Inject
    CallerContext context;

    @EJB
    SearchService search;

    @Inject
    RequestBody body;

    /** Filters beside {@code q} are named as the fields in it: {@code project}, {@code model} and so on. */
    @GET
    public Response search(@Context UriInfo uri) {
        return answer(
                SearchParameters.of(uri.getQueryParameters()),
                SearchType.of(uri.getQueryParameters().getFirst("type")));
    }

    /** The same with the parameters as members of an object, {@code query} for {@code q}. */
    @POST
    public Response searchByBody(InputStream input) {
        SearchParameters parameters = SearchParameters.of(body.read(input));
        return answer(parameters, parameters.type(SearchType.FULLTEXT));
    }

    private Response answer(SearchParameters parameters, SearchType type) {
        SearchPage page = search.find(
                context.caller().accountId(),
                parameters.query(),
                type,
                parameters.cursor(),
                PageLimit.parse(parameters.value("limit"), DEFAULT_LIMIT));
        return SearchHeaders.addTo(Response.ok(SearchResponse.of(page)), page).build();
    }
}
