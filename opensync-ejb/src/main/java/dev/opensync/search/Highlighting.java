package dev.opensync.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
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
        Map<String, Fragments> fragments = new HashMap<>();
        // Only a session has a title, and nothing else to show.
        Map<Boolean, List<String>> byKind = ids.stream()
                .collect(Collectors.partitioningBy(id -> MessageDocument.sequence(id) == SearchTasks.SESSION));
        byKind.forEach((ofSessions, some) -> mark(
                Arrays.stream(TextField.values())
                        .filter(TextField::isShown)
                        .filter(field -> (field == TextField.TITLE) == ofSessions)
                        .toList(),
                some,
                fragments));
        return fragments;
    }

    private void mark(List<TextField> fields, List<String> ids, Map<String, Fragments> fragments) {
        if (fields.isEmpty() || ids.isEmpty()) {
            return;
        }
        List<String> elsewhere = new ArrayList<>();
        for (Found found : find(fields, ids)) {
            if (found.marked().isEmpty()) {
                elsewhere.add(found.id());
            } else {
                fragments.put(found.id(), new Fragments(places(fields, found.places()), Snippet.of(found.marked())));
            }
        }
        mark(fields.subList(1, fields.size()), elsewhere, fragments);
    }

    /** With what is marked in the first of the fields. */
    private List<Found> find(List<TextField> fields, List<String> ids) {
        return session.search(MessageDocument.class)
                .select(f -> f.composite()
                        .from(
                                f.id(String.class),
                                f.score(),
                                f.highlight(fields.get(0).field()))
                        .as((id, score, marked) -> new Found(id, Math.round(score), marked)))
                .where(f -> inAny(f, fields).filter(f.id().matchingAny(ids)))
                .highlighter(f -> f.unified()
                        .numberOfFragments(FRAGMENTS)
                        .tag(String.valueOf(MARK_START), String.valueOf(MARK_END)))
                .fetchHits(ids.size());
    }

    /** The score tells which: each field counts one power of two. */
    private BooleanPredicateClausesStep<?> inAny(SearchPredicateFactory f, List<TextField> fields) {
        BooleanPredicateClausesStep<?> any = f.bool().minimumShouldMatchNumber(1);
        for (TextField field : fields) {
            PredicateFinalStep words = new WordPredicates(f, List.of(field)).anyOf(query);
            any.should(f.bool().must(words).constantScore().boost(1 << fields.indexOf(field)));
        }
        return any;
    }

    private static List<String> places(List<TextField> fields, int bits) {
        return fields.stream()
                .filter(field -> (bits & 1 << fields.indexOf(field)) != 0)
                .map(TextField::wireName)
                .sorted()
                .toList();
    }

    /** {@code places}: a bit for each of the fields that were looked at. */
    private record Found(String id, int places, List<String> marked) {}
}
