package dev.opensync.api.library;

import dev.opensync.api.http.RequestBody;
import dev.opensync.api.security.CallerContext;
import dev.opensync.context.ContextRequest;
import dev.opensync.library.SavedSearchService;
import dev.opensync.library.SavedSearchTerms;
import dev.opensync.search.SearchType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** The caller's searches to run again. */
@ApplicationScoped
@Path("saved-searches")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class SavedSearchesResource {

    /** Of the context page. */
    private static final int TOKENS = 8_000;

    private static final List<String> MEMBERS = List.of("name", "query", "searchType", "limit", "tokenBudget");

    @Inject
    CallerContext context;

    @EJB
    SavedSearchService searches;

    @Inject
    RequestBody body;

    @GET
    public SavedSearchResponse.All list() {
        return new SavedSearchResponse.All(searches.list(context.caller().accountId()).stream()
                .map(SavedSearchResponse::of)
                .toList());
    }

    @POST
    @RolesAllowed("SYNC")
    public SavedSearchResponse save(InputStream input) {
        LibraryBody members = LibraryBody.parse(body.read(input), MEMBERS);
        return SavedSearchResponse.of(searches.add(
                context.caller().accountId(),
                new SavedSearchTerms(
                        members.text("name", ""),
                        members.text("query", ""),
                        members.type("searchType", SearchType.SEMANTIC),
                        members.number("limit", ContextRequest.SESSIONS),
                        members.number("tokenBudget", TOKENS))));
    }

    /** What is not named stays. */
    @PATCH
    @Path("{id}")
    @RolesAllowed("SYNC")
    public SavedSearchResponse edit(@PathParam("id") String id, InputStream input) {
        LibraryBody members = LibraryBody.parse(body.read(input), MEMBERS);
        return SavedSearchResponse.of(searches.edit(
                context.caller().accountId(),
                RowId.parse(id),
                terms -> new SavedSearchTerms(
                        members.text("name", terms.name()),
                        members.text("query", terms.words()),
                        members.type("searchType", terms.type()),
                        members.number("limit", terms.limit()),
                        members.number("tokenBudget", terms.maxTokens()))));
    }

    /** Notes that it is run again; running it is a call of {@code /api/context} or {@code /api/search}. */
    @PATCH
    @Path("{id}/use")
    public SavedSearchResponse use(@PathParam("id") String id) {
        return SavedSearchResponse.of(searches.use(context.caller().accountId(), RowId.parse(id)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("SYNC")
    public Removed delete(@PathParam("id") String id) {
        searches.remove(context.caller().accountId(), RowId.parse(id));
        return Removed.of(id);
    }
}
