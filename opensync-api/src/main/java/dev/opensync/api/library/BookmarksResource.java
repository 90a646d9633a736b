package dev.opensync.api.library;

import dev.opensync.api.http.PageLimit;
import dev.opensync.api.http.RequestBody;
import dev.opensync.api.http.ServerAddress;
import dev.opensync.api.security.CallerContext;
import dev.opensync.library.BookmarkService;
import dev.opensync.shared.Cursor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.jspecify.annotations.Nullable;

/** The messages that the caller wants to find again. */
@ApplicationScoped
@Path("bookmarks")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class BookmarksResource {

    @Inject
    CallerContext context;

    @EJB
    BookmarkService bookmarks;

    @Inject
    RequestBody body;

    @Inject
    ServerAddress address;

    @GET
    public BookmarkResponse.Some list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest http) {
        return BookmarkResponse.Some.of(
                bookmarks.list(
                        context.caller().accountId(),
                        cursor == null || cursor.isBlank() ? null : Cursor.parse(cursor),
                        PageLimit.parse(limit)),
                address.of(http));
    }

    @POST
    @RolesAllowed("SYNC")
    public BookmarkResponse add(InputStream input, @Context HttpServletRequest http) {
        LibraryBody members = LibraryBody.parse(body.read(input), List.of("messageId", "name"));
        return BookmarkResponse.of(
                bookmarks.add(context.caller().accountId(), members.text("messageId", ""), members.text("name", "")),
                address.of(http));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed("SYNC")
    public BookmarkResponse rename(@PathParam("id") String id, InputStream input, @Context HttpServletRequest http) {
        LibraryBody members = LibraryBody.parse(body.read(input), List.of("name"));
        return BookmarkResponse.of(
                bookmarks.rename(context.caller().accountId(), RowId.parse(id), members.text("name", "")),
                address.of(http));
    }

    /** Notes that somebody went back to it. */
    @PATCH
    @Path("{id}/use")
    public BookmarkResponse use(@PathParam("id") String id, @Context HttpServletRequest http) {
        return BookmarkResponse.of(bookmarks.use(context.caller().accountId(), RowId.parse(id)), address.of(http));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("SYNC")
    public Removed delete(@PathParam("id") String id) {
        bookmarks.remove(context.caller().accountId(), RowId.parse(id));
        return Removed.of(id);
    }
}
