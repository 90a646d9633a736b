package dev.opensync.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** Turns a query into the conditions of the index. */
final class SearchPredicates {

    private static final double TITLE_BOOST = 3;
    private static final double THINKING_BOOST = 0.6;
    private static final double TOOL_BOOST = 0.5;
    private static final double BEGINNING_BOOST = 0.5;
    private static final int SHORTEST_BEGINNING = 2;
    private static final String BODY = "text";

    private final SearchPredicateFactory f;
    private final String accountId;

    SearchPredicates(SearchPredicateFactory factory, long accountId) {
        f = factory;
        this.accountId = Long.toString(accountId);
    }

    /** Always within one account, and with at least so many of the words. */
    PredicateFinalStep of(SearchQuery query, int leastWords) {
        BooleanPredicateClausesStep<?> all =
                f.bool().filter(f.match().field("accountId").matching(accountId));
        filters(query).forEach(all::filter);
        query.excludedFilters().forEach(filter -> all.mustNot(filter(filter)));
        query.required().forEach(alternatives -> all.must(someOf(alternatives, 1)));
        query.excluded().forEach(term -> all.mustNot(term(term)));
        List<SearchTerm> telling = query.tellingWords();
        if (!telling.isEmpty()) {
            PredicateFinalStep words = someOf(telling, leastWords);
            if (query.required().isEmpty()) {
                all.must(words);
            } else {
                all.should(words);
            }
        }
        return all;
    }

    /** What has to hold of a passage, whatever it means. */
    BooleanPredicateClausesStep<?> conditionsOfPassages(SearchQuery query) {
        BooleanPredicateClausesStep<?> all =
                f.bool().filter(f.match().field("accountId").matching(accountId));
        filters(query).forEach(all::filter);
        query.excludedFilters().forEach(filter -> all.mustNot(filter(filter)));
        query.required().forEach(alternatives -> {
            BooleanPredicateClausesStep<?> any = f.bool().minimumShouldMatchNumber(1);
            alternatives.forEach(term -> any.should(inPassage(term)));
            all.filter(any);
        });
        query.excluded().forEach(term -> all.mustNot(inPassage(term)));
        return all;
    }

    private PredicateFinalStep inPassage(SearchTerm term) {
        return f.phrase().field(BODY).field("project").matching(term.text());
    }

    private PredicateFinalStep someOf(List<SearchTerm> terms, int least) {
        if (terms.size() == 1) {
            return term(terms.get(0));
        }
        BooleanPredicateClausesStep<?> some = f.bool().minimumShouldMatchNumber(least);
        terms.forEach(term -> some.should(term(term)));
        return some;
    }

    /** A word that the analysis cuts into several is a phrase of these. */
    private PredicateFinalStep term(SearchTerm term) {
        PredicateFinalStep exact = f.phrase()
                .field("title")
                .boost((float) TITLE_BOOST)
                .field(BODY)
                .field("thinking")
                .boost((float) THINKING_BOOST)
                .field("toolText")
                .boost((float) TOOL_BOOST)
                .field("project")
                .boost((float) TOOL_BOOST)
                .matching(term.text());
        String last = term.open() ? lastPart(term.text()) : "";
        return last.length() < SHORTEST_BEGINNING
                ? exact
                : f.bool().should(exact).should(unfinished(term.text(), last));
    }

    /** All of a word or identifier but its last part stands as it is, the last part may go on. */
    private PredicateFinalStep unfinished(String word, String last) {
        BooleanPredicateClausesStep<?> all = f.bool()
                .must(f.wildcard()
                        .field("title")
                        .field(BODY)
                        .field("toolText")
                        .matching(folded(last) + "*")
                        .constantScore()
                        .boost((float) BEGINNING_BOOST));
        String before = word.substring(0, word.length() - last.length());
        return before.isEmpty()
                ? all
                : all.filter(
                        f.phrase().field("title").field(BODY).field("toolText").matching(before));
    }

    /** Of an identifier, or the whole of a plain word; empty if it does not end in one. */
    private static String lastPart(String word) {
        String[] parts = word.split(CodeAnalysis.SEAMS + "|[^\\p{L}\\p{Nd}]", -1);
        return parts[parts.length - 1];
    }

    /** Without accents and capitals, as the analysis has it. */
    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
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
            case ROLE -> f.match().field("role").matching(value);
            case BEFORE -> f.range().field("createdMs").lessThan(Long.valueOf(value));
            case AFTER -> f.range().field("createdMs").atLeast(Long.valueOf(value));
            case IS -> f.match().field(value).matching(true);
        };
    }
}
