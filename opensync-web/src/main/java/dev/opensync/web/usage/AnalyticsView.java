package dev.opensync.web.usage;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import dev.opensync.usage.ProviderName;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageMixes;
import dev.opensync.usage.UsageService;
import dev.opensync.usage.tool.ToolUsageService;
import dev.opensync.web.chart.HeatGrid;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.faces.Viewer;
import dev.opensync.web.faces.Widget;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.session.NamesInUse;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How efficiently the reader's coding tools worked, and with what. */
@Named
@RequestScoped
public class AnalyticsView {

    private static final int BARS = 10;

    @Inject
    UsageService usage;

    @Inject
    ToolUsageService tools;

    @Inject
    SignedInAccount signedIn;

    @Inject
    UsageFilterView filter;

    @Inject
    NamesInUse names;

    private @Nullable Map<String, String> providersAsSent;
    private @Nullable Parts shown;

    /** The parts of the page. */
    public record Parts(
            Widget<List<Figure>> cards,
            Widget<List<Figure>> efficiency,
            Widget<List<UsageLine>> models,
            Widget<List<UsageLine>> providers,
            Widget<HeatGrid> week,
            Widget<ToolTable> tools,
            Widget<EntryTable> table) {}

    /** Each query once, however many parts need it. */
    public void load() {
        long account = signedIn.getId();
        Widget<UsageMixes> mixes = Widget.read(() -> usage.mixes(account, filter.query()));
        shown = new Parts(
                mixes.then(all -> Figure.cards(all.sum())),
                mixes.then(all -> Figure.efficiency(all.sum())),
                mixes.then(all -> largest(all, UsageDimension.MODEL)),
                mixes.then(all -> largest(all, UsageDimension.PROVIDER)),
                Widget.read(() -> Charts.week(usage.hoursOfWeek(
                        account, filter.query(), Viewer.current().zone()))),
                Widget.read(() -> ToolTable.of(tools.tools(account, filter.query()), getToolChoice())),
                mixes.then(all -> EntryTable.of(all.entries(getChoice().dimension()), getChoice())));
    }

    public Parts getShown() {
        return requireNonNull(shown);
    }

    /** Under which names the tools send the sessions of a provider, where they are others than ours. */
    public Map<String, String> getProvidersAsSent() {
        if (providersAsSent == null) {
            List<String> sent =
                    Widget.read(() -> names.providers(signedIn.getId())).value();
            providersAsSent = sent == null ? Map.of() : hints(sent);
        }
        return providersAsSent;
    }

    private static Map<String, String> hints(List<String> sent) {
        Map<String, String> hints = new HashMap<>();
        sent.stream()
                .collect(groupingBy(name -> ProviderName.infer(name, null)))
                .forEach((provider, sentAs) -> {
                    if (!sentAs.equals(List.of(provider))) {
                        hints.put(provider, PageTexts.get("analytics_sent_as", String.join(", ", sentAs)));
                    }
                });
        return hints;
    }

    /** Says in which zone the hours of the week are. */
    public String getWeekNote() {
        return PageTexts.get("analytics_week_note", Formats.zoneName());
    }

    public TableChoice getChoice() {
        return TableChoice.of(filter::given);
    }

    public TableColumn[] getColumns() {
        return TableColumn.values();
    }

    public List<Long> getSessionChoices() {
        return TableChoice.SESSIONS;
    }

    public List<Long> getTokenChoices() {
        return TableChoice.TOKENS;
    }

    /** Where the head of a column leads. */
    public String sortedBy(TableColumn column) {
        String order = getChoice().orderAfterClick(column) ? "asc" : "desc";
        return filter.link("sort", column.key(), "order", order);
    }

    public ToolChoice getToolChoice() {
        return ToolChoice.of(filter::given);
    }

    public ToolColumn[] getToolColumns() {
        return ToolColumn.values();
    }

    public List<Long> getCallChoices() {
        return ToolChoice.CALLS;
    }

    /** Where the head of a column of the tools leads. */
    public String toolsSortedBy(ToolColumn column) {
        String order = getToolChoice().orderAfterClick(column) ? "asc" : "desc";
        return filter.link("toolSort", column.key(), "toolOrder", order);
    }

    private static List<UsageLine> largest(UsageMixes all, UsageDimension dimension) {
        return UsageLine.of(all.largest(dimension, BARS), dimension, all.sum().tokens());
    }
}
