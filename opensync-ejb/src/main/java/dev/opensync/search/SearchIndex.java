package dev.opensync.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** The index itself: what is written to it is on disk on return, and found at once. */
final class SearchIndex implements AutoCloseable {

    /** Around found words in fragments; taken out of what is indexed. */
    static final char MARK_START = '\uE000';

    static final char MARK_END = '\uE001';

    private static final int FRAGMENTS = 2;

    private final CloseableSearchMapping mapping;

    private SearchIndex(CloseableSearchMapping mapping) {
        this.mapping = mapping;
    }

    /** Made if there is none; fails with an unchecked exception if it is damaged or somebody else writes to it. */
    static SearchIndex open(Path directory) {
        SearchIndex opened =
                new SearchIndex(SearchMapping.builder(AnnotatedTypeSource.fromClasses(MessageDocument.class))
                        .property("hibernate.search.backend.type", "lucene")
                        .property("hibernate.search.backend.directory.root", directory.toString())
                        .property("hibernate.search.backend.lucene_version", "LATEST")
                        .property("hibernate.search.backend.analysis.configurer", new CodeAnalysis())
                        .build());
        try {
            opened.touch();
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Reads and writes nothing, which shows whether it can. */
    private void touch() {
        try (SearchSession session = mapping.createSession()) {
            session.search(MessageDocument.class).where(f -> f.matchNone()).fetchTotalHitCount();
        }
        mapping.scope(MessageDocument.class).workspace().flush();
    }

    void write(Collection<MessageDocument> documents) {
        try (SearchSession session = writing()) {
            documents.forEach(session.indexingPlan()::addOrUpdate);
        }
    }

    /** All that is found of a session that exists no more. */
    void removeSession(long sessionId) {
        try (SearchSession session = writing()) {
            session.search(MessageDocument.class)
                    .select(f -> f.id(String.class))
                    .where(f -> f.match().field("sessionId").matching(sessionId))
                    .fetchAllHits()
                    .forEach(id -> session.indexingPlan().purge(MessageDocument.class, id, null));
        }
    }

    void removeAll() {
        mapping.scope(MessageDocument.class).workspace().purge();
    }

    private SearchSession writing() {
        return mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.sync())
                .build();
    }

    /** The best first; without words the newest. */
    List<SearchHit> find(long accountId, SearchQuery query, int limit) {
        try (SearchSession session = mapping.createSession()) {
            return session.search(MessageDocument.class)
                    .select(f -> f.composite()
                            .from(
                                    f.field("sessionId", Long.class),
                                    f.field("sequence", Integer.class),
                                    f.field("createdMs", Long.class),
                                    f.score())
                            .asList(hit -> hit(hit, query)))
                    .where(predicate(accountId, query))
                    .sort(f -> query.hasTerms()
                            ? f.score().then().field("createdMs").desc()
                            : f.field("createdMs").desc())
                    .fetchHits(limit);
        }
    }

    /** Where in these documents something was found. */
    List<Fragments> fragments(long accountId, SearchQuery query, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try (SearchSession session = mapping.createSession()) {
            return session
                    .search(MessageDocument.class)
                    .select(f -> f.composite()
                            .from(
                                    f.id(String.class),
                                    f.highlight("text"),
                                    f.highlight("title"),
                                    f.highlight("thinking"),
                                    f.highlight("toolText"))
                            .asList())
                    .where(f ->
                            f.bool().must(predicate(accountId, query).apply(f)).filter(f.id().matchingAny(ids)))
                    .highlighter(f -> f.unified()
                            .numberOfFragments(FRAGMENTS)
                            .tag(String.valueOf(MARK_START), String.valueOf(MARK_END)))
                    .fetchHits(ids.size())
                    .stream()
                    .map(Fragments::of)
                    .toList();
        }
    }

    private static SearchHit hit(List<?> projected, SearchQuery query) {
        Number score = (Number) projected.get(query.hasTerms() ? 3 : 2);
        return new SearchHit((Long) projected.get(0), (Integer) projected.get(1), score.doubleValue());
    }

    @Override
    public void close() {
        mapping.close();
    }

    private static Function<SearchPredicateFactory, PredicateFinalStep> predicate(long accountId, SearchQuery query) {
        return f -> new SearchPredicates(f, accountId).of(query);
    }
}
