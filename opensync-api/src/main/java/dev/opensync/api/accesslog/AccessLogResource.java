package dev.opensync.api.accesslog;

import dev.opensync.accesslog.AccessLogService;
import dev.opensync.api.http.PageLimit;
import dev.opensync.api.security.CallerContext;
import dev.opensync.shared.Cursor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What the caller's programs asked this API for, newest first. */
@ApplicationScoped
@Path("access-log")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class AccessLogResource {

    @Inject
    CallerContext context;

    @EJB
    AccessLogService log;

    @GET
    public AccessLogResponse list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return AccessLogResponse.of(log.newestFirst(
                context.caller().accountId(),
                cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor),
                PageLimit.parse(limit)));
    }
}
