package dev.opensync.web.session;

import dev.opensync.eval.EvalMark;
import dev.opensync.eval.EvalService;
import dev.opensync.search.SearchResult;
import dev.opensync.session.SessionOrder;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import dev.opensync.web.security.SignedInAccount;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of the reader's sessions, one page of it at a time. */
@Named
@RequestScoped
public class SessionsView {

    private static final int PAGE_SIZE = 50;
    private static final int TIMELINE_SIZE = 200;
    private static final int MOST_TESTS = 100;
    private static final int UNKNOWN = -1;

    @Inject
    SessionService sessions;

    @Inject
    SessionFinder finder;

    @Inject
    NamesInUse names;

    @Inject
    EvalService evals;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private SessionFilters filters = SessionFilters.of(Map.of());
    private @Nullable String after;
    private List<SessionListRow> rows = List.of();
    private List<SessionSummary> shown = List.of();
    private @Nullable String next;
    private @Nullable String note;
    private List<String> projects = List.of();
    private List<String> models = List.of();
    private List<String> providers = List.of();
    private @Nullable SessionTimeline timeline;
    private int tests = UNKNOWN;

    @PostConstruct
    void readAddress() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        filters = SessionFilters.of(parameters);
        after = parameters.get("after");
    }

    /** Reads the page after {@code after}, and what the filters offer. */
    public void load() {
        projects = with(filters.project(), names.projects(signedIn.getId()));
        models = with(filters.model(), names.models(signedIn.getId()));
        providers = with(filters.provider(), names.providers(signedIn.getId()));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (filters.isSearch()) {
            SessionHits found = finder.find(signedIn.getId(), filters, today, after, PAGE_SIZE);
            rows = withStatus(found.results().stream()
                    .map(result -> SessionListRow.of(result, now))
                    .toList());
            shown = found.results().stream().map(SearchResult::session).toList();
            next = found.next();
            note = found.note();
        } else {
            Page<SessionSummary> page = sessions.list(
                    signedIn.getId(),
                    filters.listing(today),
                    after == null ? null : Cursor.parse(after),
                    filters.timeline() ? TIMELINE_SIZE : PAGE_SIZE);
            rows = rows(page.items());
            shown = page.items();
            Cursor cursor = page.next();
            next = cursor == null ? null : cursor.toString();
        }
    }

    /** In place of a page of the list: these sessions as they are now, by their ids. */
    public void show(List<String> ids) {
        rows = rows(sessions.listed(signedIn.getId(), ids));
    }

    private static List<String> with(@Nullable String chosen, List<String> offered) {
        return Stream.concat(Stream.ofNullable(chosen), offered.stream())
                .distinct()
                .toList();
    }

    private List<SessionListRow> rows(List<SessionSummary> shown) {
        Instant now = clock.instant();
        return withStatus(
                shown.stream().map(session -> SessionListRow.of(session, now)).toList());
    }

    private List<SessionListRow> withStatus(List<SessionListRow> read) {
        List<String> marked = read.stream()
                .filter(SessionListRow::evalReady)
                .map(row -> row.session().id())
                .toList();
        if (marked.isEmpty()) {
            return read;
        }
        Map<String, EvalMark> marks = evals.marks(signedIn.getId(), marked);
        return read.stream()
                .map(row -> withStatus(row, marks.get(row.session().id())))
                .toList();
    }

    private static SessionListRow withStatus(SessionListRow row, @Nullable EvalMark mark) {
        return mark == null ? row : row.withStatus(mark.status());
    }

    public List<SessionListRow> getRows() {
        return rows;
    }

    /** Of what the rows show. */
    public SessionTimeline getTimeline() {
        if (timeline == null) {
            timeline = SessionTimeline.of(shown);
        }
        return timeline;
    }

    /** The address of the page after this one, after its path; null on the last. */
    public @Nullable String getNext() {
        return next == null ? null : filters.query().with("after", next).afterPath();
    }

    /** Name of a text about the search; null if there is nothing to say. */
    public @Nullable String getNote() {
        return note;
    }

    public SessionFilters getFilters() {
        return filters;
    }

    public List<FilterPill> getPills() {
        return FilterPill.of(filters);
    }

    /** What the filter of projects offers. */
    public List<String> getProjects() {
        return projects;
    }

    /** What the filter of models offers. */
    public List<String> getModels() {
        return models;
    }

    /** What the filter of providers offers. */
    public List<String> getProviders() {
        return providers;
    }

    /** How many connection tests there are to remove. */
    public int getTests() {
        if (tests < 0) {
            tests = sessions.connectionTests(signedIn.getId(), MOST_TESTS).size();
        }
        return tests;
    }

    /** Besides that of the last change, as addresses name them. */
    public List<String> getOrders() {
        return Arrays.stream(SessionOrder.values())
                .filter(order -> order != SessionOrder.UPDATED_AT)
                .map(SessionOrder::wireName)
                .toList();
    }

    public @Nullable String getAfter() {
        return after;
    }
}
