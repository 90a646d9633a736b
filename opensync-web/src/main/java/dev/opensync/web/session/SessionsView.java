package dev.opensync.web.session;

import dev.opensync.eval.EvalService;
import dev.opensync.session.EvalStatus;
import dev.opensync.session.SessionOrder;
import dev.opensync.session.SessionService;
import dev.opensync.web.security.SignedInAccount;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
    private static final int MOST_TAGS = 200;
    private static final int UNKNOWN = -1;

    @Inject
    SessionLines lines;

    @Inject
    SessionService sessions;

    @Inject
    NamesInUse names;

    @Inject
    EvalService evals;

    @Inject
    SignedInAccount signedIn;

    private SessionFilters filters = SessionFilters.of(Map.of());
    private @Nullable String after;
    private SessionLines.Listed listed = SessionLines.Listed.NOTHING;
    private List<SessionListRow> rows = List.of();
    private List<String> projects = List.of();
    private List<String> models = List.of();
    private List<String> providers = List.of();
    private @Nullable SessionTimeline timeline;
    private int tests = UNKNOWN;
    private @Nullable String count;

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
        listed = lines.read(filters, after, filters.timeline() ? TIMELINE_SIZE : PAGE_SIZE);
        rows = listed.rows();
    }

    /** In place of a page of the list: these sessions as they are now, by their ids. */
    public void show(List<String> ids) {
        rows = lines.of(ids);
        tests = UNKNOWN;
    }

    private static List<String> with(@Nullable String chosen, List<String> offered) {
        return Stream.concat(Stream.ofNullable(chosen), offered.stream())
                .distinct()
                .toList();
    }

    public List<SessionListRow> getRows() {
        return rows;
    }

    /** Of what the rows show. */
    public SessionTimeline getTimeline() {
        if (timeline == null) {
            timeline = SessionTimeline.of(listed.sessions());
        }
        return timeline;
    }

    /** The address of the page after this one, after its path; null on the last. */
    public @Nullable String getNext() {
        String next = listed.next();
        return next == null ? null : filters.query().with("after", next).afterPath();
    }

    /** Goes on in the address of a session, so that it is shown beside the page of the list in which it was chosen. */
    public String getBeside() {
        return filters.query()
                .with("view", null)
                .with("list", filters.timeline() ? null : after)
                .afterOthers();
    }

    /** How many sessions there are under the filters; empty if that is not known. */
    public String getCount() {
        if (count == null) {
            count = lines.count(filters);
        }
        return count;
    }

    /** Name of a text about the search; null if there is nothing to say. */
    public @Nullable String getNote() {
        return listed.note();
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

    /** What the filter of statuses offers. */
    public List<String> getStatuses() {
        return Arrays.stream(EvalStatus.values()).map(EvalStatus::wireName).toList();
    }

    /** What the filter of tags offers. */
    public List<String> getTags() {
        return with(filters.tag(), evals.tags(signedIn.getId(), "", MOST_TAGS));
    }

    /** What the filter of providers offers. */
    public List<String> getProviders() {
        return providers;
    }

    /** How many connection tests there are to remove, not counted beyond {@link #MOST_TESTS}. */
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
