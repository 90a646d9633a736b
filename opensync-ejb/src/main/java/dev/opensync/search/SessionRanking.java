package dev.opensync.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions in the order of their best message, which does not change however many further ones are looked at. */
final class SessionRanking {

    private static final Comparator<SearchHit> ORDER = Comparator.comparingDouble(SearchHit::score)
            .thenComparing(SearchHit::sessionId)
            .reversed();

    private SessionRanking() {}

    /** The best hit of each session, those after {@code after}; null = all. {@code hits}: the best first. */
    static List<SearchHit> of(List<SearchHit> hits, @Nullable SearchCursor after) {
        Map<Long, SearchHit> bestBySession = new LinkedHashMap<>();
        hits.forEach(hit -> bestBySession.putIfAbsent(hit.sessionId(), hit));
        SearchHit last = after == null ? null : new SearchHit(after.sessionId(), 0, after.score());
        return bestBySession.values().stream()
                .sorted(ORDER)
                .filter(hit -> last == null || ORDER.compare(hit, last) > 0)
                .toList();
    }
}
