package dev.opensync.api.eval;

import dev.opensync.api.http.PageLimit;
import dev.opensync.api.security.CallerContext;
import dev.opensync.eval.EvalService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tags that the caller has given to sessions, most used first. */
@ApplicationScoped
@Path("eval-tags")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class EvalTagsResource {

    @Inject
    CallerContext context;

    @EJB
    EvalService evals;

    /** {@code beginning}: of the tags, empty for all. */
    @GET
    public TagsResponse list(
            @QueryParam("beginning") @Nullable String beginning, @QueryParam("limit") @Nullable String limit) {
        return new TagsResponse(evals.tags(
                context.caller().accountId(), Objects.requireNonNullElse(beginning, ""), PageLimit.parse(limit)));
    }

    /** Tags in order. */
    public record TagsResponse(List<String> tags) {}
}
