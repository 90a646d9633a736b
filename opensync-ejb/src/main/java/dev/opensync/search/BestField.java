package dev.opensync.search;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.hibernate.search.backend.elasticsearch.ElasticsearchExtension;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.jspecify.annotations.Nullable;

/**
 * A word or phrase in any of some fields. It counts as in the field where it counts most, and not the sum of all, which Hibernate
 * Search would take: only so the index knows early of most messages that they are none of the best, and passes over them.
 */
final class BestField {

    private static final QueryBuilder QUERIES = new QueryBuilder(LuceneAnalysis.ANALYZER);

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final List<TextField> fields;

    BestField(List<TextField> fields) {
        this.fields = List.copyOf(fields);
    }

    PredicateFinalStep phrase(SearchPredicateFactory f, String text) {
        return f.extension()
                .ifSupported(LuceneExtension.get(), embedded -> embedded.fromLuceneQuery(inLucene(text)))
                .ifSupported(ElasticsearchExtension.get(), cluster -> cluster.fromJson(onCluster(text)))
                .orElseFail();
    }

    /** In no field if there is no word in it. */
    private Query inLucene(String text) {
        List<Query> queries = fields.stream()
                .map(field -> boosted(field, text))
                .filter(Objects::nonNull)
                .toList();
        return narrowed(new DisjunctionMaxQuery(queries, 0), WordPairs.of(text));
    }

    private static Query narrowed(Query phrase, Collection<Set<String>> pairs) {
        if (pairs.isEmpty()) {
            return phrase;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(phrase, BooleanClause.Occur.MUST);
        for (Set<String> pair : pairs) {
            List<BytesRef> numbers = pair.stream().map(BytesRef::new).toList();
            all.add(new TermInSetQuery(MessageDocument.PAIR, numbers), BooleanClause.Occur.FILTER);
        }
        return all.build();
    }

    private static @Nullable Query boosted(TextField field, String text) {
        Query phrase = QUERIES.createPhraseQuery(field.field(), text);
        return phrase == null ? null : new BoostQuery(phrase, field.boost());
    }

    private String onCluster(String text) {
        JsonArrayBuilder boosted = JSON.createArrayBuilder();
        fields.forEach(field -> boosted.add(field.field() + '^' + field.boost()));
        JsonObjectBuilder phrase = JSON.createObjectBuilder()
                .add("type", "phrase")
                .add("query", text)
                .add("fields", boosted);
        return JSON.createObjectBuilder().add("multi_match", phrase).build().toString();
    }
}
