package dev.opensync.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** The passages of an account that are near to what a query means, the nearest first; all its conditions hold for each. */
final class PassageSearch {

    /**
     * So many are compared one by one, as the index does when asked for as many neighbours as there are: a few milliseconds,
     * and no cluster looks for more. Among more it follows its graph of neighbours, in which crowds of equal ones hide others.
     */
    private static final int MOST_COMPARED = 10_000;

    private static final int FIRST_PASSAGES = 100;
    private static final int MORE_PASSAGES = 4;
    private static final int MOST_PASSAGES = 1_600;

    private final SearchSession session;
    private final long accountId;
    private final SearchQuery query;
    private final QueryVector vector;
    private final int candidates;

    PassageSearch(SearchSession session, long accountId, SearchQuery query, QueryVector vector) {
        this.session = session;
        this.accountId = accountId;
        this.query = query;
        this.vector = vector;
        candidates = (int) Math.min(
                Integer.MAX_VALUE,
                session.search(PassageDocument.class)
                        .where(f -> conditions(f, query))
                        .fetchTotalHitCount());
    }

    /** Of those there are, so many are never missed. */
    List<PassageHit> nearest(int count) {
        return nearest(query, count);
    }

    /** Of at least so many sessions, if there are as many; one with much to say is not asked twice. */
    List<PassageHit> ofSessions(int enough) {
        List<PassageHit> all = new ArrayList<>();
        Set<Long> sessions = new HashSet<>();
        for (int count = FIRST_PASSAGES; ; count *= MORE_PASSAGES) {
            List<PassageHit> found = nearest(query.without(sessions), count);
            all.addAll(found);
            found.forEach(hit -> sessions.add(hit.sessionId()));
            if (sessions.size() >= enough || found.size() < count || count >= MOST_PASSAGES) {
                return all;
            }
        }
    }

    private List<PassageHit> nearest(SearchQuery among, int count) {
        int neighbours = candidates <= MOST_COMPARED ? Math.max(candidates, count) : count;
        return session.search(PassageDocument.class)
                .select(f -> f.composite().from(f.id(String.class), f.score()).as(PassageSearch::hit))
                .where(f -> f.knn(neighbours)
                        .field(vector.field())
                        .matching(vector.filled())
                        .filter(conditions(f, among)))
                .fetchHits(count);
    }

    private static PassageHit hit(String id, Number score) {
        return new PassageHit(id, PassageDocument.sessionId(id), PassageDocument.sequence(id), score.doubleValue());
    }

    private PredicateFinalStep conditions(SearchPredicateFactory f, SearchQuery among) {
        return new SearchPredicates(f, accountId)
                .conditionsOfPassages(among)
                .filter(f.match().field("modelId").matching(Long.toString(vector.modelId())));
    }
}
