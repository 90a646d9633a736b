package dev.opensync.search;

import dev.opensync.session.MessageRun;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
}
