package dev.opensync.api.analytics;

import dev.opensync.api.http.Choice;
import dev.opensync.api.http.PageLimit;
import dev.opensync.api.security.CallerContext;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageGroup;
import dev.opensync.usage.UsagePeriod;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageSeries;
import dev.opensync.usage.UsageService;
import dev.opensync.usage.UsageTotals;
import dev.opensync.usage.tool.ToolUsageService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ready-made views of the sums, over the last 30 days unless {@code from} and {@code to} say otherwise. */
@ApplicationScoped
@Path("analytics")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class AnalyticsResource {

    /** As in the original OpenSync: 30 days, and 30 periods of a trend. */
    private static final int USUAL_PERIODS = 30;

    private static final Choice<UsagePeriod> PERIOD = Choice.of("period", UsagePeriod.class);
    private static final Choice<Boolean> CUMULATIVE = Choice.ofYesOrNo("cumulative");

    @Inject
    CallerContext context;

    @EJB
    UsageService usage;

    @EJB
    ToolUsageService tools;

    @GET
    @Path("overview")
    public OverviewResponse overview(@Context UriInfo uri) {
        UsageQuery query = query(uri, UsagePeriod.DAILY);
        LocalDate from = Objects.requireNonNull(query.from());
        LocalDate to = Objects.requireNonNull(query.to());
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        UsageQuery before = query.between(from.minusDays(days), from.minusDays(1));
        return OverviewResponse.of(query, usage.totals(accountId(), query), before, usage.totals(accountId(), before));
    }

    @GET
    @Path("by-model")
    public ModelTableResponse byModel(@Context UriInfo uri, @QueryParam("limit") @Nullable String limit) {
        UsageQuery query = query(uri, UsagePeriod.DAILY);
        UsageTotals all = usage.totals(accountId(), query);
        return ModelTableResponse.of(
                query, all, usage.largest(accountId(), query, UsageDimension.MODEL, PageLimit.parse(limit)));
    }

    @GET
    @Path("tools")
    public ToolTableResponse tools(@Context UriInfo uri, @QueryParam("limit") @Nullable String limit) {
        UsageQuery query = query(uri, UsagePeriod.DAILY);
        return ToolTableResponse.of(query, tools.tools(accountId(), query), PageLimit.parse(limit));
    }

    /** {@code model}: its name, which may have slashes. */
    @GET
    @Path("model/{id: .+}")
    public ModelResponse model(
            @Context UriInfo uri, @PathParam("id") String model, @QueryParam("limit") @Nullable String limit) {
        UsageQuery query = query(uri, UsagePeriod.DAILY).accepting(UsageDimension.MODEL, Set.of(model));
        UsageQuery everAfter = UsageQuery.ALL.accepting(UsageDimension.MODEL, Set.of(model));
        if (usage.totals(accountId(), everAfter).usage().sessions() == 0) {
            throw OpenSyncException.notFound("No session has this model");
        }
        return ModelResponse.of(
                model,
                query,
                usage.totals(accountId(), query),
                usage.days(accountId(), query),
                usage.largest(accountId(), query, UsageDimension.PROJECT, PageLimit.parse(limit)));
    }

    @GET
    @Path("trends")
    public TrendsResponse trends(
            @Context UriInfo uri,
            @QueryParam("period") @Nullable String periodName,
            @QueryParam("cumulative") @Nullable String cumulative) {
        UsagePeriod period = PERIOD.parse(periodName, UsagePeriod.DAILY);
        UsageQuery query = query(uri, period);
        List<UsageGroup> points = usage.trend(accountId(), query, period);
        return TrendsResponse.of(
                period, query, CUMULATIVE.parse(cumulative, false) ? UsageSeries.cumulative(points) : points);
    }

    /** Always with both days. */
    private UsageQuery query(UriInfo uri, UsagePeriod period) {
        UsageQuery query = new UsageParameters(uri).query();
        LocalDate to = Objects.requireNonNullElseGet(query.to(), usage::today);
        LocalDate from = Objects.requireNonNullElseGet(
                query.from(), () -> period.earlier(period.startOf(to), USUAL_PERIODS - 1));
        return query.between(from, to);
    }

    private long accountId() {
        return context.caller().accountId();
    }
}
