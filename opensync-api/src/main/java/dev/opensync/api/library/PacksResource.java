package dev.opensync.api.library;

import dev.opensync.api.context.ContextParameters;
import dev.opensync.api.context.ContextResponse;
import dev.opensync.api.http.RequestBody;
import dev.opensync.api.http.ServerAddress;
import dev.opensync.api.security.CallerContext;
import dev.opensync.context.ContextFormat;
import dev.opensync.context.ContextRequest;
import dev.opensync.library.ContextPacks;
import dev.opensync.library.PackTerms;
import dev.opensync.search.SearchType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The caller's packs of context, which agents ask for by one address. */
@Path("context/packs")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class PacksResource {

    /** Of the context page. */
    private static final int TOKENS = 8_000;

    private static final List<String> MEMBERS =
            List.of("name", "query", "searchType", "limit", "messages", "maxTokens", "only");

    @Inject
    CallerContext context;

    @Inject
    ContextPacks packs;

    @Inject
    RequestBody body;

    @Inject
    ServerAddress address;

    @GET
    public PackResponse.All list(@Context HttpServletRequest http) {
        String baseUrl = address.of(http);
        return new PackResponse.All(packs.list(context.caller().accountId()).stream()
                .map(pack -> PackResponse.of(pack, baseUrl))
                .toList());
    }

    /** Finds what it holds now. */
    @POST
    @RolesAllowed("SYNC")
    public PackResponse make(InputStream input, @Context HttpServletRequest http) {
        LibraryBody members = LibraryBody.parse(body.read(input), MEMBERS);
        List<String> only = members.texts("only");
        PackTerms terms = new PackTerms(
                members.text("name", ""),
                members.text("query", ""),
                members.type("searchType", SearchType.SEMANTIC),
                members.number("limit", ContextRequest.SESSIONS),
                only == null ? null : Set.copyOf(only),
                members.number("messages", ContextRequest.MESSAGES),
                members.number("maxTokens", TOKENS));
        return PackResponse.of(packs.make(context.caller().accountId(), terms), address.of(http));
    }

    /** The same answer as that of {@code /api/context}. */
    @GET
    @Path("{id}")
    public ContextResponse read(
            @PathParam("id") String id,
            @QueryParam("format") @Nullable String format,
            @QueryParam("maxTokens") @Nullable String maxTokens,
            @Context HttpServletRequest http) {
        ContextFormat wanted = ContextParameters.format(format);
        return ContextResponse.of(
                packs.read(
                        context.caller().accountId(),
                        id,
                        ContextParameters.maxTokens(maxTokens),
                        wanted,
                        address.of(http)),
                wanted);
    }

    /** Runs its search again. */
    @POST
    @Path("{id}/refresh")
    @RolesAllowed("SYNC")
    public PackResponse refresh(@PathParam("id") String id, @Context HttpServletRequest http) {
        return PackResponse.of(packs.refresh(context.caller().accountId(), id), address.of(http));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed("SYNC")
    public PackResponse rename(@PathParam("id") String id, InputStream input, @Context HttpServletRequest http) {
        LibraryBody members = LibraryBody.parse(body.read(input), List.of("name"));
        return PackResponse.of(
                packs.rename(context.caller().accountId(), id, members.text("name", "")), address.of(http));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("SYNC")
    public Removed delete(@PathParam("id") String id) {
        packs.remove(context.caller().accountId(), id);
        return Removed.of(id);
    }
}
