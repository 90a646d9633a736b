package dev.opensync.web.session;

import dev.opensync.eval.EvalMark;
import dev.opensync.eval.EvalService;
import dev.opensync.search.SearchCursor;
import dev.opensync.search.SearchPage;
import dev.opensync.search.SearchResult;
import dev.opensync.search.SearchService;
import dev.opensync.session.MarkCondition;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for the words of the list's filters among the sessions that meet them. */
@ApplicationScoped
public class SessionFinder {

    /** What the index finds may not meet every condition; after so many pages a reader asks for more himself. */
    private static final int MOST_ROUNDS = 5;

    private static final int EXPORTED_AT_A_TIME = 100;

    @EJB
    SearchService search;

    @EJB
    EvalService evals;

    /** {@code after} null = from the best. Never fails because of the search: then the page says so. */
    SessionHits find(long accountId, SessionFilters filters, LocalDate today, @Nullable String after, int limit) {
        SearchCursor place = after == null ? null : SearchCursor.parse(after);
        try {
            return read(accountId, filters, today, place, limit);
        } catch (OpenSyncException e) {
            return switch (e.code()) {
                case UNAVAILABLE -> SessionHits.AWAY;
                case INVALID -> SessionHits.TOO_LONG;
                case NOT_FOUND, FORBIDDEN, CONFLICT -> throw e;
            };
        }
    }

    /** All that is found, read as it is asked for. Fails with {@code UNAVAILABLE} while the search does not answer. */
    Iterable<SessionSummary> all(long accountId, SessionFilters filters, LocalDate today) {
        return () -> pages(accountId, filters, today)
                .flatMap(page -> meeting(accountId, filters, page).stream())
                .map(SearchResult::session)
                .iterator();
    }

    private Stream<SearchPage> pages(long accountId, SessionFilters filters, LocalDate today) {
        return Stream.iterate(
                        Optional.of(page(accountId, filters, today, null, EXPORTED_AT_A_TIME)),
                        Optional::isPresent,
                        page -> page.map(SearchPage::next)
                                .map(next -> page(accountId, filters, today, next, EXPORTED_AT_A_TIME)))
                .flatMap(Optional::stream);
    }

    private SessionHits read(
            long accountId, SessionFilters filters, LocalDate today, @Nullable SearchCursor after, int limit) {
        List<SearchResult> results = new ArrayList<>();
        SearchPage page = page(accountId, filters, today, after, limit);
        for (int round = 1; ; round++) {
            results.addAll(meeting(accountId, filters, page));
            if (results.size() >= limit / 2 || page.next() == null || round == MOST_ROUNDS) {
                return SessionHits.of(results, page, filters.type());
            }
            page = page(accountId, filters, today, page.next(), limit);
        }
    }

    private List<SearchResult> meeting(long accountId, SessionFilters filters, SearchPage page) {
        List<SearchResult> met = page.results().stream()
                .filter(result -> filters.meets(result.session()))
                .toList();
        MarkCondition condition = filters.marks();
        if (condition.isAny()) {
            return met;
        }
        Map<String, EvalMark> marks = evals.marks(
                accountId, met.stream().map(result -> result.session().id()).toList());
        return met.stream()
                .filter(result -> {
                    EvalMark mark = marks.getOrDefault(result.session().id(), EvalMark.NONE);
                    return condition.meets(mark.status().name(), mark.tags());
                })
                .toList();
    }

    private SearchPage page(
            long accountId, SessionFilters filters, LocalDate today, @Nullable SearchCursor after, int limit) {
        return search.find(accountId, filters.searchQuery(today), filters.type(), after, limit);
    }
}
