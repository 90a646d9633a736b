package dev.opensync.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** Turns a query into the conditions of the index. */
final class SearchPredicates {

    private final SearchPredicateFactory f;
    private final String accountId;
    private final WordPredicates words;

    SearchPredicates(SearchPredicateFactory factory, long accountId) {
        f = factory;
        this.accountId = Long.toString(accountId);
        words = new WordPredicates(factory, List.of(TextField.values()));
    }

    /**
     * Always within one account, and with at least so many of the words. If one is enough, it is a whole one: for beginnings
     * see {@link #ofBeginning}.
     */
    PredicateFinalStep of(SearchQuery query, int leastWords) {
        BooleanPredicateClausesStep<?> all = conditions(query);
        query.required().forEach(alternatives -> all.must(words.someOf(alternatives, 1)));
        List<SearchTerm> telling = query.tellingWords();
        if (telling.isEmpty()) {
            return all;
        }
        if (!query.required().isEmpty()) {
            return all.should(words.someOf(telling, leastWords));
        }
        if (leastWords > SearchIndex.ANY || !query.endsInBeginning()) {
            return all.must(words.someOf(telling, leastWords));
        }
        all.must(words.someOf(telling.stream().map(SearchTerm::closed).toList(), leastWords));
        beginnings(telling).forEach(beginning -> all.should(words.beginning(beginning)));
        return all;
    }

    /** All with a word that begins like one of the query which may go on. */
    PredicateFinalStep ofBeginning(SearchQuery query) {
        BooleanPredicateClausesStep<?> all = conditions(query);
        beginnings(query.tellingWords()).forEach(beginning -> all.filter(words.beginning(beginning)));
        return all;
    }

    private static Stream<SearchTerm> beginnings(List<SearchTerm> terms) {
        return terms.stream().filter(SearchTerm::isBeginning);
    }

    private BooleanPredicateClausesStep<?> conditions(SearchQuery query) {
        BooleanPredicateClausesStep<?> all = filtered(query);
        query.excluded().forEach(term -> all.mustNot(words.term(term)));
        return all;
    }

    /** What has to hold of a passage, whatever it means. */
    BooleanPredicateClausesStep<?> conditionsOfPassages(SearchQuery query) {
        BooleanPredicateClausesStep<?> all = filtered(query);
        query.required().forEach(alternatives -> {
            BooleanPredicateClausesStep<?> any = f.bool().minimumShouldMatchNumber(1);
            alternatives.forEach(term -> any.should(inPassage(term)));
            all.filter(any);
        });
        query.excluded().forEach(term -> all.mustNot(inPassage(term)));
        return all;
    }

    private BooleanPredicateClausesStep<?> filtered(SearchQuery query) {
        BooleanPredicateClausesStep<?> all =
                f.bool().filter(f.match().field("accountId").matching(accountId));
        filters(query).forEach(all::filter);
        query.excludedFilters().forEach(filter -> all.mustNot(filter(filter)));
        if (!query.excludedSessions().isEmpty()) {
            all.mustNot(f.terms().field("sessionId").matchingAny(query.excludedSessions()));
        }
        return all;
    }

    private PredicateFinalStep inPassage(SearchTerm term) {
        return f.phrase().field("text").field("project").matching(term.text());
    }

    private List<SearchPredicate> filters(SearchQuery query) {
        Map<SearchField, List<SearchFilter>> byField =
                query.filters().stream().collect(Collectors.groupingBy(SearchFilter::field));
        return byField.values().stream().map(this::anyFilter).toList();
    }

    private SearchPredicate anyFilter(List<SearchFilter> filters) {
        BooleanPredicateClausesStep<?> any = f.bool().minimumShouldMatchNumber(1);
        filters.forEach(filter -> any.should(filter(filter)));
        return any.toPredicate();
    }

    private PredicateFinalStep filter(SearchFilter filter) {
        String value = filter.value();
        return switch (filter.field()) {
            case PROJECT, MODEL, SOURCE, TOOL ->
                f.phrase().field(filter.field().wireName()).matching(value);
            case ROLE, STATUS, TAG -> f.match().field(filter.field().wireName()).matching(value);
            case BEFORE -> f.range().field("createdMs").lessThan(Long.valueOf(value));
            case AFTER -> f.range().field("createdMs").atLeast(Long.valueOf(value));
            case IS -> f.match().field(value).matching(true);
        };
    }
}
