package dev.opensync.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * Where in documents the words of a query were found. To mark them takes most of the time of a search, as the text is read and
 * analysed again: so it is done once for each document, in the first place that has any, and the others are only told.
 */
final class Highlighting {

    /** Around found words in fragments; taken out of what is indexed. */
    static final char MARK_START = '\uE000';

    static final char MARK_END = '\uE001';

    private static final int FRAGMENTS = 2;

    private final SearchSession session;
    private final SearchQuery query;

    Highlighting(SearchSession session, SearchQuery query) {
        this.session = session;
        this.query = query;
    }

    /** By id. */
    Map<String, Fragments> of(Collection<String> ids) {
        Map<String, Snippet> snippets = new HashMap<>();
        Map<String, Set<String>> places = new HashMap<>();
        for (TextField field : TextField.values()) {
            List<String> possible =
                    ids.stream().filter(id -> mayHave(id, field)).toList();
            Set<String> found =
                    found(field, possible.stream().filter(snippets::containsKey).toList());
            Map<String, Snippet> marked = marked(
                    field,
                    possible.stream().filter(id -> !snippets.containsKey(id)).toList());
            snippets.putAll(marked);
            Stream.concat(found.stream(), marked.keySet().stream())
                    .forEach(id ->
                            places.computeIfAbsent(id, any -> new TreeSet<>()).add(field.wireName()));
        }
        return places.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        found -> new Fragments(List.copyOf(found.getValue()), snippets.get(found.getKey()))));
    }

    /** Only a session has a title, and nothing else to show. */
    private static boolean mayHave(String id, TextField field) {
        return field.isShown() && (field == TextField.TITLE) == (MessageDocument.sequence(id) == SearchTasks.SESSION);
    }

    private Map<String, Snippet> marked(TextField field, List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return session
                .search(MessageDocument.class)
                .select(f -> f.composite()
                        .from(f.id(String.class), f.highlight(field.field()))
                        .as(Map::entry))
                .where(in(field, ids))
                .highlighter(f -> f.unified()
                        .numberOfFragments(FRAGMENTS)
                        .tag(String.valueOf(MARK_START), String.valueOf(MARK_END)))
                .fetchHits(ids.size())
                .stream()
                .filter(found -> !found.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, found -> Snippet.of(found.getValue())));
    }

    private Set<String> found(TextField field, List<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(session.search(MessageDocument.class)
                        .select(f -> f.id(String.class))
                        .where(in(field, ids))
                        .fetchHits(ids.size()));
    }

    private Function<SearchPredicateFactory, PredicateFinalStep> in(TextField field, List<String> ids) {
        return f -> f.bool()
                .must(new WordPredicates(f, List.of(field)).anyOf(query))
                .filter(f.id().matchingAny(ids));
    }
}
