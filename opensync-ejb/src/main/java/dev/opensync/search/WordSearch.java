package dev.opensync.search;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * The messages of an account that answer a query by its words, the best first.
 *
 * <p>A word that is still being typed can begin thousands of words. Messages where it is only that are all equally good, and an
 * index that keeps the best of so many equals takes its time; so they are asked for by themselves, the newest first, and only
 * where those that have a whole word are too few.
 */
final class WordSearch {

    private static final List<Duration> RECENT = List.of(Duration.ofDays(30), Duration.ofDays(365));

    private final SearchSession session;
    private final long accountId;
    private final SearchQuery query;
    private final Instant now;

    WordSearch(SearchSession session, long accountId, SearchQuery query, Instant now) {
        this.session = session;
        this.accountId = accountId;
        this.query = query;
        this.now = now;
    }

    /** {@code leastWords}: how many of the words have to be found. Without words the newest. */
    List<SearchHit> best(int leastWords, int limit) {
        if (!query.hasTerms()) {
            return newest(f -> new SearchPredicates(f, accountId).of(query, leastWords), limit);
        }
        if (leastWords > SearchIndex.ANY || !query.endsInBeginning()) {
            return withWords(leastWords, limit);
        }
        List<SearchHit> whole = withWords(leastWords, limit).stream()
                .map(hit -> hit.withScore(hit.score() + WordPredicates.BEGINNING))
                .toList();
        return whole.size() == limit ? whole : filledUp(whole, limit);
    }

    private List<SearchHit> filledUp(List<SearchHit> whole, int limit) {
        Set<String> ids = new LinkedHashSet<>();
        whole.forEach(hit -> ids.add(hit.documentId()));
        return Stream.concat(
                        whole.stream(), withBeginning(limit).stream().filter(hit -> !ids.contains(hit.documentId())))
                .limit(limit)
                .toList();
    }

    // A stored field of a hundred hits takes longer to read than the hits to find; ids stand in columns, times do not.

    private List<SearchHit> withWords(int leastWords, int limit) {
        return session.search(MessageDocument.class)
                .select(f -> f.composite().from(f.id(String.class), f.score()).as(WordSearch::hit))
                .where(f -> new SearchPredicates(f, accountId).of(query, leastWords))
                .sort(f -> f.score().then().field("createdMs").desc())
                .fetchHits(limit);
    }

    private List<SearchHit> withBeginning(int limit) {
        return newest(f -> new SearchPredicates(f, accountId).ofBeginning(query), limit);
    }

    /** Documents lie about in the order of their time, so among all of them nearly each would be the newest so far. */
    private List<SearchHit> newest(Function<SearchPredicateFactory, PredicateFinalStep> condition, int limit) {
        for (Duration age : RECENT) {
            long sinceMs = now.minus(age).toEpochMilli();
            List<SearchHit> recent = byTime(
                    f -> f.bool()
                            .must(condition.apply(f))
                            .filter(f.range().field("createdMs").atLeast(sinceMs)),
                    limit);
            if (recent.size() == limit) {
                return recent;
            }
        }
        return byTime(condition, limit);
    }

    private List<SearchHit> byTime(Function<SearchPredicateFactory, PredicateFinalStep> condition, int limit) {
        return query.hasTerms() ? beginningsByTime(condition, limit) : allByTime(condition, limit);
    }

    private List<SearchHit> beginningsByTime(
            Function<SearchPredicateFactory, PredicateFinalStep> condition, int limit) {
        return session
                .search(MessageDocument.class)
                .select(f -> f.id(String.class))
                .where(condition)
                .sort(f -> f.field("createdMs").desc())
                .fetchHits(limit)
                .stream()
                .map(id -> hit(id, WordPredicates.BEGINNING))
                .toList();
    }

    private List<SearchHit> allByTime(Function<SearchPredicateFactory, PredicateFinalStep> condition, int limit) {
        return session.search(MessageDocument.class)
                .select(f -> f.composite()
                        .from(f.id(String.class), f.field("createdMs", Long.class))
                        .as(WordSearch::hit))
                .where(condition)
                .sort(f -> f.field("createdMs").desc())
                .fetchHits(limit);
    }

    private static SearchHit hit(String id, Number score) {
        return new SearchHit(MessageDocument.sessionId(id), MessageDocument.sequence(id), score.doubleValue());
    }
}
