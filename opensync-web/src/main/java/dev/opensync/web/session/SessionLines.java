package dev.opensync.web.session;

import dev.opensync.eval.EvalMark;
import dev.opensync.eval.EvalService;
import dev.opensync.search.SearchResult;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the lines of the list of the reader's sessions. */
@RequestScoped
public class SessionLines {

    /**
     * One page of the list.
     *
     * @param next where the page after it begins; null on the last
     * @param note the name of a text about the search; null if there is nothing to say
     */
    public record Listed(
            List<SessionListRow> rows,
            List<SessionSummary> sessions,
            @Nullable String next,
            @Nullable String note) {

        static final Listed NOTHING = new Listed(List.of(), List.of(), null, null);
    }

    private static final int MOST_COUNTED = 1_000;

    @Inject
    SessionService sessions;

    @Inject
    SessionFinder finder;

    @Inject
    EvalService evals;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    /** {@code after} as it stands in addresses, null = from the start. */
    Listed read(SessionFilters filters, @Nullable String after, int limit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return filters.isSearch()
                ? found(finder.find(signedIn.getId(), filters, today, after, limit))
                : listed(sessions.list(
                        signedIn.getId(), filters.listing(today), after == null ? null : Cursor.parse(after), limit));
    }

    /** How many there are under the filters, {@code 1,000+} for more; empty for a search, which does not know it. */
    String count(SessionFilters filters) {
        if (filters.isSearch()) {
            return "";
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int counted = sessions.count(signedIn.getId(), filters.listing(today), MOST_COUNTED + 1);
        return counted > MOST_COUNTED ? Formats.grouped(MOST_COUNTED) + "+" : Formats.grouped(counted);
    }

    /** Of these sessions as they are now, by their ids. */
    List<SessionListRow> of(List<String> ids) {
        return rows(sessions.listed(signedIn.getId(), ids));
    }

    private Listed found(SessionHits hits) {
        Instant now = clock.instant();
        List<SessionListRow> rows = hits.results().stream()
                .map(result -> SessionListRow.of(result, now))
                .toList();
        return new Listed(
                withMarks(rows),
                hits.results().stream().map(SearchResult::session).toList(),
                hits.next(),
                hits.note());
    }

    private Listed listed(Page<SessionSummary> page) {
        Cursor next = page.next();
        return new Listed(rows(page.items()), page.items(), next == null ? null : next.toString(), null);
    }

    private List<SessionListRow> rows(List<SessionSummary> shown) {
        Instant now = clock.instant();
        return withMarks(
                shown.stream().map(session -> SessionListRow.of(session, now)).toList());
    }

    private List<SessionListRow> withMarks(List<SessionListRow> read) {
        Map<String, EvalMark> marks = evals.marks(
                signedIn.getId(), read.stream().map(row -> row.session().id()).toList());
        return read.stream()
                .map(row -> row.with(marks.getOrDefault(row.session().id(), EvalMark.NONE)))
                .toList();
    }
}
