package dev.opensync.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sessions in the order of their best message or passage, which does not change however many further ones are looked at. */
final class SessionRanking {

    private static final Comparator<RankedSession> ORDER = Comparator.comparingDouble(RankedSession::score)
            .thenComparingLong(RankedSession::createdMs)
            .thenComparing(RankedSession::sessionId)
            .reversed();

    /** Of the first place, counted from 0; keeps the first places close (Cormack, Clarke and Büttcher, SIGIR 2009). */
    private static final double RANK_CONSTANT = 60;

    private SessionRanking() {}

    /** {@code hits}: the best first. */
    static List<RankedSession> byWords(List<SearchHit> hits) {
        return best(hits, SearchHit::sessionId).stream()
                .map(hit -> new RankedSession(hit.sessionId(), hit.score(), hit.createdMs(), hit, null))
                .sorted(ORDER)
                .toList();
    }

    /** {@code hits}: the best first. */
    static List<RankedSession> byMeaning(List<PassageHit> hits) {
        return best(hits, PassageHit::sessionId).stream()
                .map(hit -> new RankedSession(hit.sessionId(), hit.score(), 0, null, hit))
                .sorted(ORDER)
                .toList();
    }

    /** Reciprocal rank fusion: what is high in either is high, what is high in both is higher. */
    static List<RankedSession> fused(List<RankedSession> byWords, List<RankedSession> byMeaning) {
        Map<Long, RankedSession> bySession = new LinkedHashMap<>();
        for (List<RankedSession> ranking : List.of(byWords, byMeaning)) {
            IntStream.range(0, ranking.size()).forEach(rank -> {
                RankedSession found = ranking.get(rank);
                bySession.merge(
                        found.sessionId(),
                        new RankedSession(
                                found.sessionId(), 1 / (RANK_CONSTANT + rank), 0, found.byWords(), found.byMeaning()),
                        SessionRanking::together);
            });
        }
        return bySession.values().stream().sorted(ORDER).toList();
    }

    /** {@code after} null = all. */
    static List<RankedSession> after(List<RankedSession> ranking, @Nullable SearchCursor after) {
        if (after == null) {
            return ranking;
        }
        RankedSession last = new RankedSession(after.sessionId(), after.score(), after.createdMs(), null, null);
        return ranking.stream()
                .filter(session -> ORDER.compare(session, last) > 0)
                .toList();
    }

    private static RankedSession together(RankedSession words, RankedSession meaning) {
        return new RankedSession(
                words.sessionId(), words.score() + meaning.score(), 0, words.byWords(), meaning.byMeaning());
    }

    private static <T> List<T> best(List<T> hits, Function<T, Long> session) {
        Map<Long, T> bySession = new LinkedHashMap<>();
        hits.forEach(hit -> bySession.putIfAbsent(session.apply(hit), hit));
        return List.copyOf(bySession.values());
    }
}
