package dev.opensync.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** Turns the words of a query into conditions on some of the fields of messages. */
final class WordPredicates {

    /** What it counts that a word begins so. */
    static final double BEGINNING = 0.5;

    private final SearchPredicateFactory f;
    private final BestField anyField;
    private final String[] fieldsOfBeginnings;

    WordPredicates(SearchPredicateFactory factory, List<TextField> fields) {
        f = factory;
        anyField = new BestField(fields);
        fieldsOfBeginnings = fields.stream()
                .filter(TextField::takesBeginnings)
                .map(TextField::field)
                .toArray(String[]::new);
    }

    /** Whatever of the query can be found there. */
    PredicateFinalStep anyOf(SearchQuery query) {
        return someOf(
                Stream.concat(
                                query.tellingWords().stream(),
                                query.required().stream().flatMap(List::stream))
                        .toList(),
                1);
    }

    PredicateFinalStep someOf(List<SearchTerm> terms, int least) {
        if (terms.size() == 1) {
            return term(terms.get(0));
        }
        BooleanPredicateClausesStep<?> some = f.bool().minimumShouldMatchNumber(least);
        terms.forEach(term -> some.should(term(term)));
        return some;
    }

    /** A word that the analysis cuts into several is a phrase of these. */
    PredicateFinalStep term(SearchTerm term) {
        return term.isBeginning() && fieldsOfBeginnings.length > 0
                ? f.bool().should(exact(term)).should(beginning(term))
                : exact(term);
    }

    private PredicateFinalStep exact(SearchTerm term) {
        return anyField.phrase(f, term.text());
    }

    /** All of a word or identifier but its last part stands as it is, the last part may go on. */
    PredicateFinalStep beginning(SearchTerm term) {
        String last = term.lastPart();
        BooleanPredicateClausesStep<?> all = f.bool()
                .must(f.prefix()
                        .fields(fieldsOfBeginnings)
                        .matching(folded(last))
                        .constantScore()
                        .boost((float) BEGINNING));
        String before = term.text().substring(0, term.text().length() - last.length());
        return before.isEmpty()
                ? all
                : all.filter(f.phrase().fields(fieldsOfBeginnings).matching(before));
    }

    /** Without accents and capitals, as the analysis has it. */
    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
