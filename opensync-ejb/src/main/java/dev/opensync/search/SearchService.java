package dev.opensync.search;

import dev.opensync.search.SessionRanking.Ranked;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds sessions of one account by what was said and done in them. */
@Stateless
public class SearchService {

    private static final int FIRST_HITS = 500;
    private static final int MORE_HITS = 4;

    /** Nobody reads so far; a query that finds more is to be made narrower. */
    private static final int MAX_HITS = 32_000;

    @Inject
    OpenIndex openIndex;

    @Inject
    SessionService sessions;

    /** Fails with {@code UNAVAILABLE} while the index is not open. {@code after} null = from the best. */
    public SearchPage find(long accountId, SearchQuery query, @Nullable SearchCursor after, int limit) {
        SearchIndex index = openIndex.index();
        List<Ranked> ranked = rank(index, accountId, query, after, limit + 1);
        List<Ranked> shown = ranked.subList(0, Math.min(limit, ranked.size()));
        Ranked last = ranked.size() > limit ? shown.get(shown.size() - 1) : null;
        return new SearchPage(
                results(index, accountId, query, shown),
                last == null ? null : new SearchCursor(last.rank(), last.sessionId()),
                openIndex.isComplete());
    }

    private static List<Ranked> rank(
            SearchIndex index, long accountId, SearchQuery query, @Nullable SearchCursor after, int wanted) {
        for (int hits = FIRST_HITS; ; hits *= MORE_HITS) {
            List<SearchHit> found = index.find(accountId, query, hits);
            List<Ranked> ranked = SessionRanking.of(found, query, after);
            if (ranked.size() >= wanted || found.size() < hits || hits >= MAX_HITS) {
                return ranked;
            }
        }
    }

    private List<SearchResult> results(SearchIndex index, long accountId, SearchQuery query, List<Ranked> shown) {
        Map<Long, SessionSummary> summaries = sessions.findAll(
                accountId, shown.stream().map(Ranked::sessionId).toList());
        Map<String, Fragments> fragments = fragments(index, accountId, query, shown);
        List<SearchResult> results = new ArrayList<>();
        for (Ranked ranked : shown) {
            SessionSummary summary = summaries.get(ranked.sessionId());
            // Deleted a moment ago, and still in the index.
            if (summary != null) {
                results.add(result(ranked, summary, fragments.get(documentId(ranked)), query.hasTerms()));
            }
        }
        return results;
    }

    private static Map<String, Fragments> fragments(
            SearchIndex index, long accountId, SearchQuery query, List<Ranked> shown) {
        return query.hasTerms()
                ? index
                        .fragments(
                                accountId,
                                query,
                                shown.stream().map(SearchService::documentId).toList())
                        .stream()
                        .collect(Collectors.toMap(Fragments::documentId, Function.identity()))
                : Map.of();
    }

    private static SearchResult result(
            Ranked ranked, SessionSummary session, @Nullable Fragments fragments, boolean scored) {
        int sequence = ranked.best().sequence();
        return new SearchResult(
                session,
                scored ? ranked.rank() : null,
                sequence == SearchTasks.SESSION ? null : session.id() + "-" + sequence,
                fragments == null ? List.of() : fragments.matchedIn(),
                fragments == null ? null : fragments.snippet());
    }

    private static String documentId(Ranked ranked) {
        return MessageDocument.id(ranked.sessionId(), ranked.best().sequence());
    }
}
