package dev.opensync.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * The messages of an account that answer a query by its words, the best first.
 *
 * <p>A word that is still being typed can begin thousands of words. Messages where it is only that are all equally good, and an
 * index that keeps the best of so many equals takes its time; so they are asked for by themselves, the newest first, and only
 * where those that have a whole word are too few.
 */
final class WordSearch {

    private final SearchSession session;
    private final long accountId;
    private final SearchQuery query;

    WordSearch(SearchSession session, long accountId, SearchQuery query) {
        this.session = session;
        this.accountId = accountId;
        this.query = query;
    }

    /** {@code leastWords}: how many of the words have to be found. Without words the newest. */
    List<SearchHit> best(int leastWords, int limit) {
        if (!query.hasTerms()) {
            return newest(limit);
        }
        if (leastWords > SearchIndex.ANY || !query.endsInBeginning()) {
            return withWords(leastWords, limit);
        }
        List<SearchHit> whole = withWords(leastWords, limit).stream()
                .map(hit -> new SearchHit(hit.sessionId(), hit.sequence(), hit.score() + WordPredicates.BEGINNING))
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

    // Stored fields of hundreds of hits take longer to read than the hits to find; ids and times stand in columns.

    private List<SearchHit> withWords(int leastWords, int limit) {
        return session.search(MessageDocument.class)
                .select(f -> f.composite().from(f.id(String.class), f.score()).as(WordSearch::hit))
                .where(f -> new SearchPredicates(f, accountId).of(query, leastWords))
                .sort(f -> f.score().then().field("createdMs").desc())
                .fetchHits(limit);
    }

    private List<SearchHit> withBeginning(int limit) {
        return session
                .search(MessageDocument.class)
                .select(f -> f.id(String.class))
                .where(f -> new SearchPredicates(f, accountId).ofBeginning(query))
                .sort(f -> f.field("createdMs").desc())
                .fetchHits(limit)
                .stream()
                .map(id -> hit(id, WordPredicates.BEGINNING))
                .toList();
    }

    private List<SearchHit> newest(int limit) {
        return session.search(MessageDocument.class)
                .select(f -> f.composite()
                        .from(f.id(String.class), f.field("createdMs", Long.class))
                        .as(WordSearch::hit))
                .where(f -> new SearchPredicates(f, accountId).of(query, SearchIndex.ANY))
                .sort(f -> f.field("createdMs").desc())
                .fetchHits(limit);
    }

    private static SearchHit hit(String id, Number score) {
        return new SearchHit(MessageDocument.sessionId(id), MessageDocument.sequence(id), score.doubleValue());
    }
}
