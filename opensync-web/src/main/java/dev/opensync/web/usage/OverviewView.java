package dev.opensync.web.usage;

import static java.util.Objects.requireNonNull;

import dev.opensync.session.MarkCondition;
import dev.opensync.session.SessionListing;
import dev.opensync.session.SessionOrder;
import dev.opensync.session.SessionService;
import dev.opensync.usage.UsageConfig;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageGroup;
import dev.opensync.usage.UsageMixes;
import dev.opensync.usage.UsagePeriod;
import dev.opensync.usage.UsageService;
import dev.opensync.usage.UsageStack;
import dev.opensync.usage.UsageTotals;
import dev.opensync.web.chart.BarChart;
import dev.opensync.web.faces.Widget;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.session.ShownSession;
import dev.opensync.web.usage.Overview.Consumption;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the reader's coding tools did lately, and what it cost: the first page of the console. */
@Named
@RequestScoped
public class OverviewView {

    private static final int CHOICES = 10;
    private static final int LAYERS = 7;
    private static final int TABLE_LINES = 5;
    private static final int PROJECT_LINES = 6;
    private static final int RECENT_SESSIONS = 8;
    private static final int CALENDAR_WEEKS = 26;

    @Inject
    UsageService usage;

    @Inject
    SessionService sessions;

    @Inject
    SignedInAccount signedIn;

    @Inject
    UsageFilterView filter;

    @Inject
    UsageConfig config;

    @Inject
    InstantSource clock;

    private @Nullable Overview shown;
    private List<String> models = List.of();
    private List<String> projects = List.of();

    /** Each query once, however many parts need it. */
    public void load() {
        long account = signedIn.getId();
        Widget<UsageMixes> all = Widget.read(() -> usage.mixes(account, filter.queryOfSource()));
        Widget<UsageMixes> chosen = all.then(filter::chosen);
        Widget<UsageTotals> totals = chosen.then(UsageMixes::totals);
        Widget<UsageTotals> before = Widget.read(() -> usage.totals(account, filter.queryBefore()));
        Widget<List<UsageGroup>> days = Widget.read(() -> usage.days(account, filter.query()));
        Widget<List<UsageGroup>> anyModel =
                all.then(mixes -> largest(mixes.of(UsageDimension.PROJECT, filter.getProject()), UsageDimension.MODEL));
        Widget<List<UsageGroup>> anyProject =
                all.then(mixes -> largest(mixes.of(UsageDimension.MODEL, filter.getModel()), UsageDimension.PROJECT));
        Widget<List<UsageGroup>> byModel = chosen.then(mixes -> largest(mixes, UsageDimension.MODEL));
        Widget<List<UsageGroup>> byProject = chosen.then(mixes -> largest(mixes, UsageDimension.PROJECT));
        Widget<List<UsageGroup>> split = filter.getSplit() == UsageDimension.MODEL ? byModel : byProject;
        models = names(anyModel, UsageDimension.MODEL);
        projects = names(anyProject, UsageDimension.PROJECT);
        shown = new Overview(
                totals.and(now -> before.and(past ->
                        days.then(each -> Tile.of(now, past, filter.getDates().inPeriods(each))))),
                days.and(each -> split.then(groups -> chart(account, each, groups))),
                totals.then(now -> Budget.of(now.usage().costMicros(), config.includedMicros())),
                totals.and(now -> split.then(groups -> consumption(now, groups))),
                Widget.read(() -> recent(account)),
                totals.and(now -> byProject.then(groups -> UsageLine.of(
                        head(groups, PROJECT_LINES),
                        UsageDimension.PROJECT,
                        now.usage().tokens()))),
                chosen.then(mixes -> SourceLine.of(largest(mixes, UsageDimension.SOURCE))),
                Widget.read(() -> Charts.calendar(
                        usage.days(account, filter.query().between(firstCalendarDay(), usage.today())))),
                days.then(each -> Charts.tokens(each, filter.getDates())),
                totals.and(now -> byModel.then(
                        groups -> Charts.distribution(groups, now.usage().tokens()))));
    }

    public Overview getShown() {
        return requireNonNull(shown);
    }

    /** The largest of the chosen days, whichever is chosen. */
    public List<String> getModels() {
        return models;
    }

    /** Likewise. */
    public List<String> getProjects() {
        return projects;
    }

    /** True if the reader has no sessions at all. */
    public boolean isWithoutSessions() {
        List<ShownSession> recent = getShown().recent().value();
        return !filter.isNarrowed() && recent != null && recent.isEmpty();
    }

    /** False where the operator has set no budget. */
    public boolean isBudgeted() {
        return config.includedMicros() > 0;
    }

    private BarChart chart(long account, List<UsageGroup> days, List<UsageGroup> groups) {
        UsageDimension split = filter.getSplit();
        UsagePeriod period = filter.getPeriod();
        List<String> names = names(groups, split).stream().limit(LAYERS).toList();
        UsageStack stack =
                UsageStack.of(days, usage.daysOf(account, filter.query(), split, names), period, split, names);
        return Charts.stacked(
                filter.isCumulative() ? stack.cumulative() : stack, filter.getDates(), period, filter.getMeasure());
    }

    private Consumption consumption(UsageTotals totals, List<UsageGroup> groups) {
        long tokens = totals.usage().tokens();
        return new Consumption(
                UsageLine.of(head(groups, TABLE_LINES), filter.getSplit(), tokens),
                UsageLine.of(null, totals.usage(), tokens, tokens));
    }

    private List<ShownSession> recent(long account) {
        SessionListing listing = new SessionListing(
                filter.getSource(),
                filter.getProject(),
                filter.getModel(),
                null,
                null,
                null,
                null,
                null,
                MarkCondition.ANY,
                SessionOrder.UPDATED_AT,
                false);
        Instant now = clock.instant();
        return sessions.list(account, listing, null, RECENT_SESSIONS).items().stream()
                .map(session -> ShownSession.of(session, now))
                .toList();
    }

    private LocalDate firstCalendarDay() {
        return UsagePeriod.WEEKLY.earlier(UsagePeriod.WEEKLY.startOf(usage.today()), CALENDAR_WEEKS - 1);
    }

    private static List<UsageGroup> largest(UsageMixes mixes, UsageDimension dimension) {
        return mixes.largest(dimension, CHOICES);
    }

    private static List<String> names(Widget<List<UsageGroup>> groups, UsageDimension dimension) {
        List<UsageGroup> found = groups.value();
        return found == null ? List.of() : names(found, dimension);
    }

    private static List<String> names(List<UsageGroup> groups, UsageDimension dimension) {
        return groups.stream()
                .map(group -> group.name(dimension))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<UsageGroup> head(List<UsageGroup> groups, int limit) {
        return groups.subList(0, Math.min(limit, groups.size()));
    }
}
