package dev.opensync.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sessions in the order of their best message or passage, which does not change however many further ones are looked at. */
final class SessionRanking {

    private static final Comparator<RankedSession> ORDER = Comparator.comparingDouble(RankedSession::score)
            .thenComparing(RankedSession::sessionId)
            .reversed();

    /** Of the first place, counted from 0; keeps the first places close (Cormack, Clarke and Büttcher, SIGIR 2009). */
    private static final double RANK_CONSTANT = 60;

    private SessionRanking() {}

    /** {@code hits}: the best first. Equal ones stay in the order of the index, the newest first. */
    static List<RankedSession> byWords(List<SearchHit> hits) {
        return best(hits, SearchHit::sessionId).stream()
                .map(hit -> new RankedSession(hit.sessionId(), hit.score(), hit, null))
                .toList();
    }

    /** {@code hits}: the best first. */
    static List<RankedSession> byMeaning(List<PassageHit> hits) {
        return best(hits, PassageHit::sessionId).stream()
                .map(hit -> new RankedSession(hit.sessionId(), hit.score(), null, hit))
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
                                found.sessionId(), 1 / (RANK_CONSTANT + rank), found.byWords(), found.byMeaning()),
                        SessionRanking::together);
            });
        }
        return bySession.values().stream().sorted(ORDER).toList();
    }

    /**
     * What follows that session, whatever its score is by now: with each text that comes into the index the scores of all
     * others move a little. {@code after} null = all.
     */
    static List<RankedSession> after(List<RankedSession> ranking, @Nullable SearchCursor after) {
        if (after == null) {
            return ranking;
        }
        OptionalInt place = place(ranking, after);
        if (place.isPresent()) {
            return ranking.subList(place.getAsInt() + 1, ranking.size());
        }
        // That session is gone.
        RankedSession last = new RankedSession(after.sessionId(), after.score(), null, null);
        return ranking.stream()
                .filter(session -> ORDER.compare(session, last) > 0)
                .toList();
    }

    /** The ranking does not end before that place. {@code place} null = its beginning. */
    static boolean reaches(List<RankedSession> ranking, @Nullable SearchCursor place) {
        return place == null
                || place(ranking, place).isPresent()
                || (!ranking.isEmpty() && ranking.get(ranking.size() - 1).score() < place.score());
    }

    private static OptionalInt place(List<RankedSession> ranking, SearchCursor cursor) {
        return IntStream.range(0, ranking.size())
                .filter(i -> ranking.get(i).sessionId() == cursor.sessionId())
                .findFirst();
    }

    private static RankedSession together(RankedSession words, RankedSession meaning) {
        return new RankedSession(
                words.sessionId(), words.score() + meaning.score(), words.byWords(), meaning.byMeaning());
    }

    private static <T> List<T> best(List<T> hits, Function<T, Long> session) {
        Map<Long, T> bySession = new LinkedHashMap<>();
        hits.forEach(hit -> bySession.putIfAbsent(session.apply(hit), hit));
        return List.copyOf(bySession.values());
    }
}
