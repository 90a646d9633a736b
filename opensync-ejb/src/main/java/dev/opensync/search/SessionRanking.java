package dev.opensync.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions in the order of how well their messages answer. */
final class SessionRanking {

    /** What the best, the second and the third message of a session count; further ones are noise of long sessions. */
    private static final List<Double> WEIGHTS = List.of(1.0, 0.3, 0.1);

    private static final List<Double> NEWEST_ONLY = List.of(1.0);

    private static final Comparator<Ranked> ORDER = Comparator.comparingDouble(Ranked::rank)
            .thenComparing(Ranked::sessionId)
            .reversed();

    private SessionRanking() {}

    /** A session and the message that speaks for it. */
    record Ranked(long sessionId, double rank, SearchHit best) {}

    /** {@code hits}: the best first, or the newest where the query has no words. Those after {@code after}, null = all. */
    static List<Ranked> of(List<SearchHit> hits, SearchQuery query, @Nullable SearchCursor after) {
        List<Double> weights = query.hasTerms() ? WEIGHTS : NEWEST_ONLY;
        Map<Long, Ranked> bySession = new LinkedHashMap<>();
        Map<Long, Integer> seen = new LinkedHashMap<>();
        for (SearchHit hit : hits) {
            int earlier = seen.merge(hit.sessionId(), 1, Integer::sum) - 1;
            if (earlier < weights.size()) {
                double weighed = weights.get(earlier) * hit.score();
                bySession.merge(
                        hit.sessionId(),
                        new Ranked(hit.sessionId(), weighed, hit),
                        (best, next) -> new Ranked(best.sessionId, best.rank + next.rank, best.best));
            }
        }
        Ranked last = after == null ? null : new Ranked(after.sessionId(), after.rank(), new SearchHit(0, 0, 0));
        return bySession.values().stream()
                .sorted(ORDER)
                .filter(ranked -> last == null || ORDER.compare(ranked, last) > 0)
                .toList();
    }
}
