package dev.opensync.web.session;

import dev.opensync.search.SearchField;
import dev.opensync.search.SearchFilter;
import dev.opensync.search.SearchQuery;
import dev.opensync.search.SearchQueryParser;
import dev.opensync.search.SearchType;
import dev.opensync.session.EvalStatus;
import dev.opensync.session.MarkCondition;
import dev.opensync.session.SessionListing;
import dev.opensync.session.SessionMarks;
import dev.opensync.session.SessionOrder;
import dev.opensync.session.SessionSummary;
import dev.opensync.web.faces.PageScope;
import dev.opensync.web.faces.QueryString;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a reader wants listed, as the address of the page says it.
 *
 * @param words what is looked for; empty if nothing is
 * @param type what the words are looked for by
 * @param status what their owner must have said of them as test cases
 * @param tag that their owner must have given them
 * @param timeline drawn on a line of time instead of as a list; then there is no other order
 */
public record SessionFilters(
        PageScope scope,
        String words,
        SearchType type,
        @Nullable String project,
        @Nullable String model,
        @Nullable String provider,
        @Nullable Boolean evalReady,
        @Nullable Boolean shared,
        @Nullable EvalStatus status,
        @Nullable String tag,
        SessionOrder order,
        boolean ascending,
        boolean timeline) {

    private static final int MOST_WORDS_CHARS = 1_000;
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String TIMELINE = "timeline";

    /** From the parameters of an address; what cannot be used does not count. */
    public static SessionFilters of(Map<String, String> parameters) {
        String typed = text(parameters, "q").orElse("");
        return new SessionFilters(
                PageScope.of(parameters),
                typed.substring(0, Math.min(typed.length(), MOST_WORDS_CHARS)),
                SearchType.of(parameters.getOrDefault("type", SearchType.HYBRID.wireName())),
                text(parameters, "project").orElse(null),
                text(parameters, "model").orElse(null),
                text(parameters, "provider").orElse(null),
                yesOrNo(parameters.get("eval")),
                yesOrNo(parameters.get("shared")),
                text(parameters, "status").flatMap(SessionFilters::status).orElse(null),
                text(parameters, "tag").map(SessionMarks::spelled).orElse(null),
                order(parameters.get("sort")),
                "asc".equals(parameters.get("order")),
                TIMELINE.equals(parameters.get("view")));
    }

    /** The address of what is listed, from its beginning. */
    public QueryString query() {
        return scope.query()
                .with("q", words)
                .with("type", isSearch() && type != SearchType.HYBRID ? type.wireName() : null)
                .with("project", project)
                .with("model", model)
                .with("provider", provider)
                .with("eval", yesOrNo(evalReady))
                .with("shared", yesOrNo(shared))
                .with("status", status == null ? null : status.wireName())
                .with("tag", tag)
                .with("sort", order == SessionOrder.UPDATED_AT ? null : order.wireName())
                .with("order", ascending ? "asc" : null)
                .with("view", timeline ? TIMELINE : null);
    }

    public boolean isSearch() {
        return !words.isEmpty();
    }

    /** Without the words. */
    public SessionListing listing(LocalDate today) {
        LocalDate last = scope.to();
        SessionOrder shown = timeline ? SessionOrder.CREATED_AT : order;
        return new SessionListing(
                scope.source(),
                project,
                model,
                provider,
                start(scope.from(today)),
                start(last == null ? null : last.plusDays(1)),
                shared,
                evalReady,
                marks(),
                shown,
                !timeline && ascending);
    }

    MarkCondition marks() {
        return new MarkCondition(
                status == null ? Set.of() : Set.of(status.name()), tag == null ? Set.of() : Set.of(tag));
    }

    /** The words with every condition that the index knows; days are then those of messages. */
    SearchQuery searchQuery(LocalDate today) {
        List<SearchFilter> conditions = new ArrayList<>();
        SessionListing listing = listing(today);
        add(conditions, SearchField.SOURCE, listing.source());
        add(conditions, SearchField.PROJECT, project);
        add(conditions, SearchField.MODEL, model);
        add(conditions, SearchField.AFTER, listing.from());
        add(conditions, SearchField.BEFORE, listing.until());
        add(conditions, SearchField.STATUS, status == null ? null : status.wireName());
        add(conditions, SearchField.TAG, tag);
        // Two values of one field would be alternatives; meets() sees to the rest.
        add(conditions, SearchField.IS, Boolean.TRUE.equals(evalReady) ? "eval" : null);
        if (!Boolean.TRUE.equals(evalReady)) {
            add(conditions, SearchField.IS, Boolean.TRUE.equals(shared) ? "shared" : null);
        }
        return SearchQueryParser.parse(words).and(conditions);
    }

    /** The conditions that the index only comes near to, except those of {@link #marks}. */
    boolean meets(SessionSummary session) {
        return equal(scope.source(), session.source())
                && (equal(project, session.projectName()) || equal(project, session.projectPath()))
                && equal(model, session.model())
                && equal(provider, session.provider())
                && equal(evalReady, session.evalReady())
                && equal(shared, session.isPublic());
    }

    private static boolean equal(@Nullable Object wanted, @Nullable Object found) {
        return wanted == null || wanted.equals(found);
    }

    private static void add(List<SearchFilter> conditions, SearchField field, @Nullable Object value) {
        if (value != null) {
            SearchFilter.of(field, value.toString()).ifPresent(conditions::add);
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Optional<String> text(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<EvalStatus> status(String wireName) {
        return Arrays.stream(EvalStatus.values())
                .filter(value -> value.wireName().equals(wireName))
                .findFirst();
    }

    private static @Nullable Boolean yesOrNo(@Nullable String text) {
        return YES.equals(text) ? Boolean.TRUE : NO.equals(text) ? Boolean.FALSE : null;
    }

    private static @Nullable String yesOrNo(@Nullable Boolean value) {
        return value == null ? null : value ? YES : NO;
    }

    private static SessionOrder order(@Nullable String wireName) {
        return Arrays.stream(SessionOrder.values())
                .filter(order -> order.wireName().equals(wireName))
                .findFirst()
                .orElse(SessionOrder.UPDATED_AT);
    }
}
