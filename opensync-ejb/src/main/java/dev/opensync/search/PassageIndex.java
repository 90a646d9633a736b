package dev.opensync.search;

import dev.opensync.session.MessageRun;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** The part of the index that knows what is meant. */
final class PassageIndex {

    /**
     * So many are compared one by one, as the index does when asked for as many neighbours as there are: a few milliseconds,
     * and no cluster looks for more. Among more it follows its graph of neighbours, in which crowds of equal ones hide others.
     */
    private static final int MOST_COMPARED = 10_000;

    private final SearchMapping mapping;

    PassageIndex(SearchMapping mapping) {
        this.mapping = mapping;
    }

    /** Shows what was written. */
    void refresh() {
        mapping.scope(PassageDocument.class).workspace().refresh();
    }

    void write(Collection<PassageDocument> documents, long generation) {
        write(documents, generation, IndexWrites.AT_ONCE);
    }

    void write(Collection<PassageDocument> documents, long generation, IndexingPlanSynchronizationStrategy when) {
        if (documents.isEmpty()) {
            return;
        }
        documents.forEach(document -> document.generation = generation);
        try (SearchSession session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(when)
                .build()) {
            documents.forEach(session.indexingPlan()::addOrUpdate);
        }
    }

    /** The ids of those that begin in the run. */
    List<String> ids(MessageRun run) {
        try (SearchSession session = mapping.createSession()) {
            return session.search(PassageDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> f.bool()
                            .filter(f.match().field("sessionId").matching(run.sessionId()))
                            .filter(f.range().field("sequence").between(run.first(), run.last())))
                    .fetchAllHits();
        }
    }

    void remove(Collection<String> ids) {
        try (SearchSession session = writing()) {
            ids.forEach(id -> session.indexingPlan().purge(PassageDocument.class, id, null));
        }
    }

    private SearchSession writing() {
        return mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexWrites.AT_ONCE)
                .build();
    }

    /** The nearest first; all conditions hold for each of them. Of those there are, so many are never missed. */
    static List<PassageHit> find(
            SearchSession session, long accountId, SearchQuery query, QueryVector vector, int count) {
        long candidates = session.search(PassageDocument.class)
                .where(f -> conditions(f, accountId, query, vector))
                .fetchTotalHitCount();
        int neighbours = candidates <= MOST_COMPARED ? Math.max((int) candidates, count) : count;
        return session.search(PassageDocument.class)
                .select(f -> f.composite().from(f.id(String.class), f.score()).as(PassageIndex::hit))
                .where(f -> f.knn(neighbours)
                        .field(vector.field())
                        .matching(vector.filled())
                        .filter(conditions(f, accountId, query, vector)))
                .fetchHits(count);
    }

    /** What is shown of them, by id. */
    static Map<String, String> beginnings(SearchSession session, Collection<String> ids) {
        return session
                .search(PassageDocument.class)
                .select(f -> f.composite()
                        .from(f.id(String.class), f.field("beginning", String.class))
                        .as(Map::entry))
                .where(f -> f.id().matchingAny(ids))
                .fetchHits(ids.size())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static PassageHit hit(String id, Number score) {
        return new PassageHit(id, PassageDocument.sessionId(id), PassageDocument.sequence(id), score.doubleValue());
    }

    private static PredicateFinalStep conditions(
            SearchPredicateFactory f, long accountId, SearchQuery query, QueryVector vector) {
        return new SearchPredicates(f, accountId)
                .conditionsOfPassages(query)
                .filter(f.match().field("modelId").matching(Long.toString(vector.modelId())));
    }
}
