package dev.opensync.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type: words, {@code "a phrase"}, {@code -not}, {@code this OR that}, {@code field:value}. Nothing is an
 * error: what is not understood is a word to look for.
 */
public final class SearchQueryParser {

    /** Beyond this a query is cut: a longer one, such as a pasted stack trace, would be refused by the index. */
    private static final int MAX_PARTS = 80;

    private static final int MAX_FILTERS = 64;

    private static final Pattern TOKEN =
            Pattern.compile("(?<minus>-)?(?:(?<field>\\p{Alpha}+):)?(?:\"(?<phrase>[^\"]*)\"?|(?<word>\\S+))");

    private final List<SearchTerm> words = new ArrayList<>();
    private final List<List<SearchTerm>> required = new ArrayList<>();
    private final List<SearchTerm> excluded = new ArrayList<>();
    private final List<SearchFilter> filters = new ArrayList<>();
    private final List<SearchFilter> excludedFilters = new ArrayList<>();
    private int partsLeft = MAX_PARTS;

    private List<SearchTerm> alternatives = new ArrayList<>();
    private boolean quoted;
    private boolean joined;

    private SearchQueryParser() {}

    /** Never fails. */
    public static SearchQuery parse(String typed) {
        String query = SearchableText.clean(typed);
        SearchQueryParser parser = new SearchQueryParser();
        Matcher token = TOKEN.matcher(query);
        while (token.find() && parser.partsLeft > 0) {
            boolean last = token.end() == query.length();
            parser.add(token, last);
        }
        parser.endAlternatives();
        return new SearchQuery(
                parser.words, parser.required, parser.excluded, parser.filters, parser.excludedFilters, Set.of());
    }

    private void add(Matcher token, boolean last) {
        String phrase = token.group("phrase");
        String word = token.group("word");
        String value = phrase == null ? word : phrase;
        if ("OR".equals(token.group())) {
            joined = !alternatives.isEmpty();
            return;
        }
        Optional<SearchFilter> filter = Optional.ofNullable(token.group("field"))
                .flatMap(SearchField::of)
                .flatMap(field -> SearchFilter.of(field, value));
        boolean minus = token.group("minus") != null && token.end() - token.start() > 1;
        if (filter.isPresent()) {
            addFilter(filter.get(), minus ? excludedFilters : filters);
        } else if (minus) {
            excluded.add(cut(new SearchTerm(text(token).substring(1), false)));
        } else {
            addTerm(new SearchTerm(text(token), last && phrase == null), phrase != null);
        }
    }

    /** A token of which the field is none of ours is looked for as it stands, without the quotes. */
    private static String text(Matcher token) {
        return token.group().replace("\"", " ").strip();
    }

    private void addFilter(SearchFilter filter, List<SearchFilter> conditions) {
        if (filters.size() + excludedFilters.size() < MAX_FILTERS) {
            conditions.add(filter);
        }
    }

    private SearchTerm cut(SearchTerm term) {
        SearchTerm left = term.beginning(partsLeft);
        partsLeft -= left.parts();
        return left;
    }

    private void addTerm(SearchTerm whole, boolean isPhrase) {
        SearchTerm term = cut(whole);
        if (term.text().isBlank()) {
            return;
        }
        if (!joined) {
            endAlternatives();
        }
        alternatives.add(term);
        quoted |= isPhrase;
        joined = false;
    }

    /** A lone word is welcome, a phrase or a choice that somebody took the trouble to write down is required. */
    private void endAlternatives() {
        if (alternatives.size() > 1 || (quoted && !alternatives.isEmpty())) {
            required.add(List.copyOf(alternatives));
        } else {
            words.addAll(alternatives);
        }
        alternatives = new ArrayList<>();
        quoted = false;
    }
}
