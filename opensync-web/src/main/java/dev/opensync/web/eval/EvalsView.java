package dev.opensync.web.eval;

import dev.opensync.eval.EvalCounting;
import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.EvalService;
import dev.opensync.eval.MarkedSession;
import dev.opensync.eval.dataset.Dataset;
import dev.opensync.eval.dataset.Datasets;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.session.FilterPill;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sessions that the reader has marked for evals, one page of the list at a time. */
@Named
@RequestScoped
public class EvalsView {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_TAGS = 200;

    @Inject
    EvalService evals;

    @Inject
    EvalCounting counting;

    @Inject
    Datasets datasets;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private EvalFilters filters = EvalFilters.of(Map.of());
    private @Nullable String after;
    private List<EvalRow> rows = List.of();
    private @Nullable Cursor next;
    private @Nullable List<String> tags;
    private @Nullable List<String> models;
    private @Nullable List<String> datasetNames;
    private @Nullable List<EvalFigure> figures;

    @PostConstruct
    void readAddress() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        filters = EvalFilters.of(parameters);
        after = parameters.get("after");
    }

    /** Reads the page after {@code after}. */
    public void load() {
        getFigures(); // counts what the rows then tell
        Page<MarkedSession> page = evals.list(
                signedIn.getId(), filters.filter(today()), after == null ? null : Cursor.parse(after), PAGE_SIZE);
        rows = rows(page.items());
        next = page.next();
    }

    /** In place of a page of the list: those of these sessions that are still marked. */
    void show(List<String> ids) {
        // They were read for the form, before what it asked for was done.
        figures = null;
        tags = null;
        rows = ids.isEmpty()
                ? List.of()
                : rows(evals.list(signedIn.getId(), EvalSelection.ofSessions(ids), null, ids.size())
                        .items());
    }

    private List<EvalRow> rows(List<MarkedSession> marked) {
        Instant now = clock.instant();
        return marked.stream().map(session -> EvalRow.of(session, now)).toList();
    }

    public List<EvalRow> getRows() {
        return rows;
    }

    /** Of all sessions that meet the filters. */
    public List<EvalFigure> getFigures() {
        if (figures == null) {
            figures = EvalFigure.of(counting.counts(signedIn.getId(), filters.filter(today())), clock.instant());
        }
        return figures;
    }

    /** The address of the page after this one, after its path; null on the last. */
    public @Nullable String getNext() {
        return next == null
                ? null
                : filters.query().with("after", next.toString()).afterPath();
    }

    public EvalFilters getFilters() {
        return filters;
    }

    public List<FilterPill> getPills() {
        return filters.pills();
    }

    /** What somebody can say of a session, as addresses name it. */
    public List<String> getStatuses() {
        return EvalFilters.statusNames();
    }

    /** Those in use, and the one that is chosen. */
    public List<String> getTags() {
        if (tags == null) {
            tags = with(filters.tag(), evals.tags(signedIn.getId(), "", MOST_TAGS));
        }
        return tags;
    }

    /** Of all sessions that are marked, and the one that is chosen. */
    public List<String> getModels() {
        if (models == null) {
            models = with(filters.model(), evals.models(signedIn.getId()));
        }
        return models;
    }

    public List<String> getTokenChoices() {
        return List.of("1000", "10000", "50000");
    }

    /** Names of the datasets there are. */
    public List<String> getDatasets() {
        if (datasetNames == null) {
            datasetNames =
                    datasets.list(signedIn.getId()).stream().map(Dataset::name).toList();
        }
        return datasetNames;
    }

    public @Nullable String getAfter() {
        return after;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static List<String> with(@Nullable String chosen, List<String> offered) {
        return Stream.concat(Stream.ofNullable(chosen), offered.stream())
                .distinct()
                .toList();
    }
}
