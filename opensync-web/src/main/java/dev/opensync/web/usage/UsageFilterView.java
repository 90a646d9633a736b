package dev.opensync.web.usage;

import static java.util.stream.Collectors.joining;

import dev.opensync.session.SessionSource;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageMixes;
import dev.opensync.usage.UsagePeriod;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which sessions and what of them a page about usage shows, all of it from its address. */
@Named
@RequestScoped
public class UsageFilterView {

    private static final String DAYS = "days";
    private static final String FROM = "from";
    private static final String TO = "to";

    private static final Set<String> TABLE_FILTERS = Set.of("find", "minSessions", "minTokens");

    private static final Set<String> TOOL_FILTERS = Set.of("tool", "minCalls");

    /** Names of the parameters that say what a session must be of. */
    private static final Map<UsageDimension, String> NAMES = new EnumMap<>(Map.of(
            UsageDimension.SOURCE, "source",
            UsageDimension.PROJECT, "project",
            UsageDimension.MODEL, "model"));

    @Inject
    UsageService usage;

    private final Map<String, String> given = new TreeMap<>();
    private @Nullable UsageDates dates;

    /** For the parameters of the page to be put in. */
    public Map<String, String> getGiven() {
        return given;
    }

    public UsageDates getDates() {
        if (dates == null) {
            dates = UsageDates.of(given(DAYS), given(FROM), given(TO), usage.today());
        }
        return dates;
    }

    public @Nullable String getSource() {
        return chosen(UsageDimension.SOURCE);
    }

    public @Nullable String getProject() {
        return chosen(UsageDimension.PROJECT);
    }

    public @Nullable String getModel() {
        return chosen(UsageDimension.MODEL);
    }

    public Measure getMeasure() {
        return Measure.COST.key().equals(given("measure")) ? Measure.COST : Measure.TOKENS;
    }

    /** Longer than chosen where the days are too many for the chosen one. */
    public UsagePeriod getPeriod() {
        UsagePeriod wanted = Stream.of(UsagePeriod.values())
                .filter(period -> key(period).equals(given("period")))
                .findFirst()
                .orElse(UsagePeriod.DAILY);
        return getDates().period(wanted);
    }

    public String getPeriodKey() {
        return key(getPeriod());
    }

    public boolean isCumulative() {
        return "yes".equals(given("cumulative"));
    }

    /** What charts are split by: models, or projects where one model is chosen. */
    public UsageDimension getSplit() {
        return getModel() == null ? UsageDimension.MODEL : UsageDimension.PROJECT;
    }

    public boolean isSplitByModel() {
        return getSplit() == UsageDimension.MODEL;
    }

    /** Whether anything but the days is narrowed. */
    public boolean isNarrowed() {
        return NAMES.keySet().stream().anyMatch(dimension -> chosen(dimension) != null);
    }

    /** This page with one thing changed; {@code value} null or empty takes it out. */
    public String link(String name, @Nullable Object value) {
        Map<String, String> changed = new TreeMap<>(given);
        changed.put(name, value == null ? "" : value.toString());
        return address(changed);
    }

    /** This page with two things changed. */
    String link(String name, String value, String other, String otherValue) {
        Map<String, String> changed = new TreeMap<>(given);
        changed.put(name, value);
        changed.put(other, otherValue);
        return address(changed);
    }

    /** This page without what the table of the analytics is narrowed by. */
    public String getWithoutTableFilters() {
        return without(TABLE_FILTERS);
    }

    /** This page without what its table of tools is narrowed by. */
    public String getWithoutToolFilters() {
        return without(TOOL_FILTERS);
    }

    private String without(Set<String> names) {
        Map<String, String> kept = new TreeMap<>(given);
        kept.keySet().removeAll(names);
        return address(kept);
    }

    /** What the form of those must send along. */
    public List<Map.Entry<String, String>> getBesideTableFilters() {
        return beside(TABLE_FILTERS);
    }

    /** What the form of the table of tools must send along. */
    public List<Map.Entry<String, String>> getBesideToolFilters() {
        return beside(TOOL_FILTERS);
    }

    private List<Map.Entry<String, String>> beside(Set<String> names) {
        return given.entrySet().stream()
                .filter(parameter -> !names.contains(parameter.getKey()))
                .filter(parameter -> !isBlank(parameter.getValue()))
                .toList();
    }

    UsageQuery query() {
        UsageQuery query = queryOfSource();
        for (UsageDimension narrowed : List.of(UsageDimension.PROJECT, UsageDimension.MODEL)) {
            String name = chosen(narrowed);
            query = name == null ? query : query.accepting(narrowed, Set.of(name));
        }
        return query;
    }

    /** As if neither project nor model were chosen. */
    UsageQuery queryOfSource() {
        UsageQuery query = UsageQuery.ALL.between(getDates().from(), getDates().to());
        String source = getSource();
        return source == null ? query : query.accepting(UsageDimension.SOURCE, Set.of(source));
    }

    /** What was found without the choice of project and model, with it. */
    UsageMixes chosen(UsageMixes all) {
        return all.of(UsageDimension.PROJECT, getProject()).of(UsageDimension.MODEL, getModel());
    }

    /** The same for as many days before. */
    UsageQuery queryBefore() {
        long days = getDates().days();
        return query().between(
                        getDates().from().minusDays(days), getDates().from().minusDays(1));
    }

    @Nullable
    String chosen(UsageDimension dimension) {
        String name = given(NAMES.get(dimension));
        if (dimension == UsageDimension.SOURCE) {
            return SessionSource.normalise(name);
        }
        return name == null ? null : name.strip();
    }

    @Nullable
    String given(@Nullable String name) {
        String value = name == null ? null : given.get(name);
        return isBlank(value) ? null : value;
    }

    static String key(UsagePeriod period) {
        return period.name().toLowerCase(Locale.ROOT);
    }

    private static String address(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !isBlank(parameter.getValue()))
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&", "?", ""));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
