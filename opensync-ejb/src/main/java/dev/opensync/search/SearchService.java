package dev.opensync.search;

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

    /**
     * Looks by the words if the meaning cannot be looked for now, which the page tells. Fails with {@code UNAVAILABLE} while
     * the index is not open. {@code after} null = from the best.
     */
    public SearchPage find(
            long accountId, SearchQuery query, SearchType type, @Nullable SearchCursor after, int limit) {
        SearchIndex index = openIndex.index();
        List<SearchHit> ranked = rank(index, accountId, query, after, limit + 1);
        List<SearchHit> shown = ranked.subList(0, Math.min(limit, ranked.size()));
        SearchHit last = ranked.size() > limit ? shown.get(shown.size() - 1) : null;
        return new SearchPage(
                results(index, accountId, query, shown),
                last == null ? null : new SearchCursor(last.score(), last.sessionId()),
                SearchType.FULLTEXT,
                openIndex.condition());
    }

    private static List<SearchHit> rank(
            SearchIndex index, long accountId, SearchQuery query, @Nullable SearchCursor after, int wanted) {
        for (int hits = FIRST_HITS; ; hits *= MORE_HITS) {
            List<SearchHit> found = index.find(accountId, query, hits);
            List<SearchHit> ranked = SessionRanking.of(found, after);
            if (ranked.size() >= wanted || found.size() < hits || hits >= MAX_HITS) {
                return ranked;
            }
        }
    }

    private List<SearchResult> results(SearchIndex index, long accountId, SearchQuery query, List<SearchHit> shown) {
        Map<Long, SessionSummary> summaries = sessions.findAll(
                accountId, shown.stream().map(SearchHit::sessionId).toList());
        Map<String, Fragments> fragments = fragments(index, accountId, query, shown);
        List<SearchResult> results = new ArrayList<>();
        for (SearchHit hit : shown) {
            SessionSummary summary = summaries.get(hit.sessionId());
            // Deleted a moment ago, and still in the index.
            if (summary != null) {
                results.add(result(hit, summary, fragments.get(documentId(hit)), query.hasTerms()));
            }
        }
        return results;
    }

    private static Map<String, Fragments> fragments(
            SearchIndex index, long accountId, SearchQuery query, List<SearchHit> shown) {
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
            SearchHit hit, SessionSummary session, @Nullable Fragments fragments, boolean scored) {
        int sequence = hit.sequence();
        return new SearchResult(
                session,
                scored ? hit.score() : null,
                sequence == SearchTasks.SESSION ? null : session.id() + "-" + sequence,
                fragments == null ? List.of() : fragments.matchedIn(),
                fragments == null ? null : fragments.snippet());
    }

    private static String documentId(SearchHit hit) {
        return MessageDocument.id(hit.sessionId(), hit.sequence());
    }
}
