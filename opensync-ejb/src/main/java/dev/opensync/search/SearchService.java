package dev.opensync.search;

import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds sessions of one account by what was said and done in them. */
@Stateless
public class SearchService {

    /** Of a common word each is of another session; the fewer are asked for, the more the index passes over. */
    private static final int FIRST_HITS = 50;

    private static final int MORE_HITS = 4;

    /** As many as fusion looks at; what is found only beyond changes no first page. */
    private static final int FUSED_HITS = 500;

    /** Nobody reads so far; a query that finds more is to be made narrower. */
    private static final int MOST_HITS = 32_000;

    private static final int MOST_HITS_AT_A_TIME = 6_400;

    /** More passages are looked at if they are of fewer sessions than this. */
    private static final int ENOUGH_SESSIONS = 20;

    private static final List<String> MATCHED_IN_MEANING = List.of("meaning");

    @Inject
    OpenIndex openIndex;

    @Inject
    Meaning meaning;

    @EJB
    SessionService sessions;

    @Inject
    InstantSource clock;

    /**
     * Looks by the words if the meaning cannot be looked for now, which the page tells; further pages go by what the first one
     * went by. Fails with {@code UNAVAILABLE} while the index is not open, and if there is no going on by meaning.
     * {@code after} null = from the best.
     */
    public SearchPage find(
            long accountId, SearchQuery query, SearchType asked, @Nullable SearchCursor after, int limit) {
        SearchIndex index = openIndex.index();
        SearchType type = after == null ? asked : after.type();
        QueryVector vector =
                type == SearchType.FULLTEXT ? null : meaning.of(query).orElse(null);
        if (vector == null && after != null && type != SearchType.FULLTEXT) {
            throw OpenSyncException.of(
                    ErrorCode.UNAVAILABLE, "The meaning cannot be searched now; go on later, or begin anew");
        }
        SearchType used = vector == null ? SearchType.FULLTEXT : type;
        List<RankedSession> ranked = vector == null
                ? byWords(index, accountId, query, after, limit + 1)
                : SessionRanking.after(ranking(index, accountId, query, type, vector), after);
        List<RankedSession> shown = ranked.subList(0, Math.min(limit, ranked.size()));
        RankedSession last = ranked.size() > limit ? shown.get(shown.size() - 1) : null;
        return new SearchPage(
                results(index, accountId, query, shown),
                last == null ? null : SearchCursor.of(used, last),
                used,
                vector == null ? null : meaning.percent(vector.modelId()),
                openIndex.condition());
    }

    /** However long the page: the same depth on every page keeps the order. */
    private List<RankedSession> ranking(
            SearchIndex index, long accountId, SearchQuery query, SearchType type, QueryVector vector) {
        List<RankedSession> byMeaning =
                SessionRanking.byMeaning(index.findSessions(accountId, query, vector, ENOUGH_SESSIONS));
        return type == SearchType.SEMANTIC
                ? byMeaning
                : SessionRanking.fused(
                        SessionRanking.byWords(index.find(accountId, query, half(query), FUSED_HITS, clock.instant())),
                        byMeaning);
    }

    /** A message with a word or two of many is likelier about something else than what is near to the meaning of all. */
    private static int half(SearchQuery query) {
        return Math.max(SearchIndex.ANY, (query.tellingWords().size() + 1) / 2);
    }

    /** Sessions that were found are left out of the next rounds: one with many messages would fill them. */
    private List<RankedSession> byWords(
            SearchIndex index, long accountId, SearchQuery query, @Nullable SearchCursor after, int wanted) {
        List<SearchHit> all = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        for (int hits = FIRST_HITS; ; hits = Math.min(hits * MORE_HITS, MOST_HITS_AT_A_TIME)) {
            List<SearchHit> found = index.find(accountId, query.without(known), SearchIndex.ANY, hits, clock.instant());
            all.addAll(found);
            found.forEach(hit -> known.add(hit.sessionId()));
            List<RankedSession> ranking = SessionRanking.byWords(all);
            List<RankedSession> rest = SessionRanking.after(ranking, after);
            boolean isEnough = rest.size() >= wanted && SessionRanking.reaches(ranking, after);
            if (isEnough || found.size() < hits || all.size() >= MOST_HITS) {
                return rest;
            }
        }
    }

    private List<SearchResult> results(
            SearchIndex index, long accountId, SearchQuery query, List<RankedSession> shown) {
        Map<Long, SessionSummary> summaries = sessions.findAll(
                accountId, shown.stream().map(RankedSession::sessionId).toList());
        Map<String, Fragments> fragments = fragments(index, query, shown);
        Map<String, String> beginnings = index.beginnings(shown.stream()
                .filter(found -> found.byWords() == null)
                .map(found -> Objects.requireNonNull(found.byMeaning()).documentId())
                .toList());
        List<SearchResult> results = new ArrayList<>();
        for (RankedSession found : shown) {
            SessionSummary summary = summaries.get(found.sessionId());
            // Deleted a moment ago, and still in the index.
            if (summary != null) {
                results.add(result(found, summary, fragments, beginnings, query.hasTerms()));
            }
        }
        return results;
    }

    private static Map<String, Fragments> fragments(SearchIndex index, SearchQuery query, List<RankedSession> shown) {
        return query.hasTerms()
                ? index.fragments(
                        query,
                        shown.stream()
                                .map(RankedSession::byWords)
                                .filter(Objects::nonNull)
                                .map(SearchHit::documentId)
                                .toList())
                : Map.of();
    }

    /** Words are shown where they were found; only what has none of them is shown by its beginning. */
    private static SearchResult result(
            RankedSession found,
            SessionSummary session,
            Map<String, Fragments> fragments,
            Map<String, String> beginnings,
            boolean scored) {
        SearchHit words = found.byWords();
        Double score = scored ? found.score() : null;
        if (words == null) {
            PassageHit shown = Objects.requireNonNull(found.byMeaning());
            return new SearchResult(
                    session,
                    score,
                    messageId(session, shown.sequence()),
                    MATCHED_IN_MEANING,
                    new Snippet(beginnings.getOrDefault(shown.documentId(), ""), List.of()));
        }
        Fragments marked = fragments.getOrDefault(words.documentId(), Fragments.NONE);
        return new SearchResult(
                session, score, messageId(session, words.sequence()), marked.matchedIn(), marked.snippet());
    }

    private static @Nullable String messageId(SessionSummary session, int sequence) {
        return sequence == SearchTasks.SESSION ? null : session.id() + "-" + sequence;
    }
}
