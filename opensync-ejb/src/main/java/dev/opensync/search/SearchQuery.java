package dev.opensync.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody looks for.
 *
 * @param words the more of them are found, the better
 * @param required of each list at least one must be found in a message
 * @param excluded none of them may be found in a message
 * @param filters see {@link SearchFilter}
 * @param excludedFilters none of them may hold
 * @param excludedSessions row ids of sessions in which nothing is looked for
 */
public record SearchQuery(
        List<SearchTerm> words,
        List<List<SearchTerm>> required,
        List<SearchTerm> excluded,
        List<SearchFilter> filters,
        List<SearchFilter> excludedFilters,
        Set<Long> excludedSessions) {

    public SearchQuery {
        words = List.copyOf(words);
        required = List.copyOf(required);
        excluded = List.copyOf(excluded);
        filters = List.copyOf(filters);
        excludedFilters = List.copyOf(excludedFilters);
        excludedSessions = Set.copyOf(excludedSessions);
    }

    /** The same with further conditions. */
    public SearchQuery and(List<SearchFilter> further) {
        return new SearchQuery(
                words,
                required,
                excluded,
                Stream.concat(filters.stream(), further.stream()).toList(),
                excludedFilters,
                excludedSessions);
    }

    /** The same in the other sessions. */
    SearchQuery without(Set<Long> sessions) {
        return new SearchQuery(words, required, excluded, filters, excludedFilters, sessions);
    }

    /** As one would say it; empty if there are only conditions. */
    String meaning() {
        return Stream.concat(words.stream(), required.stream().flatMap(List::stream))
                .map(SearchTerm::text)
                .collect(Collectors.joining(" "));
    }

    /** By which messages are told from each other. */
    List<SearchTerm> tellingWords() {
        return FunctionWords.without(words);
    }

    /** Messages are found by the beginning of a word alone. */
    boolean endsInBeginning() {
        return required.isEmpty() && tellingWords().stream().anyMatch(SearchTerm::isBeginning);
    }

    boolean hasTerms() {
        return !words.isEmpty() || !required.isEmpty();
    }
}
