package dev.opensync.search;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.search.IndexSearcher;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.util.common.SearchException;

/** The index itself: what is written to it is kept on return, and found at once or a little later. */
final class SearchIndex implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SearchIndex.class.getName());

    /** One of the words is enough. */
    static final int ANY = 1;

    private static final int REMOVED_AT_A_TIME = 1_000;

    private final CloseableSearchMapping mapping;
    private final PassageIndex passages;
    private final IndexDamage damage;
    private volatile boolean closed;

    private SearchIndex(CloseableSearchMapping mapping, IndexDamage damage) {
        this.mapping = mapping;
        passages = new PassageIndex(mapping);
        this.damage = damage;
    }

    /** {@code backend} says what it is and where. */
    static SearchIndex open(Map<String, Object> backend) {
        IndexDamage damage = new IndexDamage();
        return new SearchIndex(
                SearchMapping.builder(AnnotatedTypeSource.fromClasses(MessageDocument.class, PassageDocument.class))
                        .properties(backend)
                        .property("hibernate.search.background_failure_handler", damage)
                        .build(),
                damage);
    }

    boolean isClosed() {
        return closed;
    }

    /** Of each kind of document. */
    List<String> names() {
        return mapping.allIndexedEntities().stream()
                .map(entity -> entity.indexManager().descriptor().hibernateSearchName())
                .sorted()
                .toList();
    }

    private boolean isEmbedded() {
        return mapping.backend() instanceof LuceneBackend;
    }

    /** Of the cluster it lies on, of that type. */
    <T> T client(Class<T> type) {
        return mapping.backend().unwrap(ElasticsearchBackend.class).client(type);
    }

    void createMissing() {
        everything().schemaManager().createIfMissing();
    }

    /** Empty. */
    void recreate() {
        everything().schemaManager().dropAndCreate();
    }

    /** Its files can no longer be read. */
    boolean isDamaged() {
        return damage.isNoticed();
    }

    /** Reads and writes nothing, which shows whether it can. */
    void touch() {
        try (SearchSession session = mapping.createSession()) {
            session.search(Object.class).where(f -> f.matchNone()).fetchTotalHitCount();
        }
        everything().workspace().flush();
    }

    /** As of this generation, see {@link #removeOlder}. */
    void write(Collection<MessageDocument> documents, long generation) {
        write(documents, generation, IndexWrites.AT_ONCE);
    }

    void write(Collection<MessageDocument> documents, long generation, IndexingPlanSynchronizationStrategy when) {
        documents.forEach(document -> {
            document.generation = generation;
            document.pair = isEmbedded() ? WordPairs.of(document.texts()) : List.of();
        });
        try (SearchSession session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(when)
                .build()) {
            documents.forEach(session.indexingPlan()::addOrUpdate);
        }
    }

    /** What was written before is on disk on return. */
    void commit() {
        everything().workspace().flush();
    }

    /** Fails if the index takes no document at all. */
    void tryOut() {
        MessageDocument empty = new MessageDocument();
        empty.id = "empty";
        write(List.of(empty), 0);
        try (SearchSession session = writing()) {
            session.indexingPlan().purge(MessageDocument.class, empty.id, null);
        }
    }

    long documents() {
        return answer(session ->
                session.search(MessageDocument.class).where(f -> f.matchAll()).fetchTotalHitCount());
    }

    /** All that is found of a session that exists no more. */
    void removeSession(long sessionId) {
        remove(f -> f.match().field("sessionId").matching(sessionId));
    }

    /** What was not written since that generation began, because it exists no more. */
    void removeOlder(long generation) {
        remove(f -> f.range().field("generation").lessThan(generation));
    }

    private void remove(Function<SearchPredicateFactory, PredicateFinalStep> condition) {
        remove(MessageDocument.class, condition);
        remove(PassageDocument.class, condition);
    }

    private void remove(Class<?> documents, Function<SearchPredicateFactory, PredicateFinalStep> condition) {
        List<String> ids;
        do {
            refresh();
            try (SearchSession session = writing()) {
                ids = session.search(documents)
                        .select(f -> f.id(String.class))
                        .where(condition)
                        .fetchHits(REMOVED_AT_A_TIME);
                ids.forEach(id -> session.indexingPlan().purge(documents, id, null));
            }
        } while (!ids.isEmpty());
    }

    /** Makes everything found that was written; an index on a cluster takes its time otherwise. */
    void refresh() {
        everything().workspace().refresh();
    }

    void removeAll() {
        refresh();
        everything().workspace().purge();
    }

    private SearchScope<Object> everything() {
        return mapping.scope(Object.class);
    }

    PassageIndex passages() {
        return passages;
    }

    /** The nearest to the meaning first. */
    List<PassageHit> find(long accountId, SearchQuery query, QueryVector vector, int limit) {
        return answer(session -> new PassageSearch(session, accountId, query, vector).nearest(limit));
    }

    /** The same of at least so many sessions, if there are as many. */
    List<PassageHit> findSessions(long accountId, SearchQuery query, QueryVector vector, int enough) {
        return answer(session -> new PassageSearch(session, accountId, query, vector).ofSessions(enough));
    }

    /** What is shown of these passages, by id. */
    Map<String, String> beginnings(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : answer(session -> PassageIndex.beginnings(session, ids));
    }

    private SearchSession writing() {
        return mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexWrites.AT_ONCE)
                .build();
    }

    /**
     * The best first; without words the newest. {@code leastWords}: how many of the words have to be found. The answer does not
     * depend on {@code now}, only how soon it is found.
     */
    List<SearchHit> find(long accountId, SearchQuery query, int leastWords, int limit, Instant now) {
        return answer(session -> new WordSearch(session, accountId, query, now).best(leastWords, limit));
    }

    /** Where in these documents something was found, by id; {@code query} has words. */
    Map<String, Fragments> fragments(SearchQuery query, Collection<String> ids) {
        return answer(session -> new Highlighting(session, query).of(ids));
    }

    /** Fails with {@code UNAVAILABLE} if the index does not answer. */
    private <T> T answer(Function<SearchSession, T> question) {
        try (SearchSession session = mapping.createSession()) {
            return question.apply(session);
        } catch (IndexSearcher.TooManyClauses e) {
            throw OpenSyncException.invalid("The query is too long");
        } catch (SearchException e) {
            damage.notice(e);
            LOG.log(Level.WARNING, () -> "The search index did not answer: " + rootCause(e));
            throw OpenSyncException.of(ErrorCode.UNAVAILABLE, "The search index does not answer now; try again later");
        }
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootCause(cause);
    }

    @Override
    public void close() {
        closed = true;
        mapping.close();
    }
}
