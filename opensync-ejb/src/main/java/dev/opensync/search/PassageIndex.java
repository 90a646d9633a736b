package dev.opensync.search;

import dev.opensync.session.MessageRun;
import java.util.Collection;
import java.util.List;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** The part of the index that knows what is meant. */
final class PassageIndex {

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

    /** The nearest first; all conditions hold for each of them. */
    static List<PassageHit> find(
            SearchSession session, long accountId, SearchQuery query, QueryVector vector, int count) {
        return session.search(PassageDocument.class)
                .select(f -> f.composite()
                        .from(
                                f.field("sessionId", Long.class),
                                f.field("sequence", Integer.class),
                                f.score(),
                                f.field("beginning", String.class))
                        .asList(PassageIndex::hit))
                .where(f -> f.knn(count)
                        .field(vector.field())
                        .matching(vector.filled())
                        .filter(conditions(f, accountId, query, vector)))
                .fetchHits(count);
    }

    private static PassageHit hit(List<?> projected) {
        return new PassageHit(
                (Long) projected.get(0), (Integer) projected.get(1), ((Float) projected.get(2)).doubleValue(), (String)
                        projected.get(3));
    }

    private static PredicateFinalStep conditions(
            SearchPredicateFactory f, long accountId, SearchQuery query, QueryVector vector) {
        return new SearchPredicates(f, accountId)
                .conditionsOfPassages(query)
                .filter(f.match().field("modelId").matching(vector.modelId()));
    }
}
