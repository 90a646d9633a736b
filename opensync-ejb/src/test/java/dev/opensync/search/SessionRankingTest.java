package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionRankingTest {

    @Test
    void sessionStandsWhereItsBestMessageStands() {
        assertThat(SessionRanking.byWords(List.of(hit(7, 3), hit(8, 2), hit(7, 1))))
                .extracting(RankedSession::sessionId)
                .containsExactly(7L, 8L);
    }

    @Test
    void whatBothFindComesFirst() {
        List<RankedSession> fused = SessionRanking.fused(
                SessionRanking.byWords(List.of(hit(1, 9), hit(2, 8))),
                SessionRanking.byMeaning(List.of(passage(3, 0.9), passage(2, 0.8))));

        assertThat(fused).extracting(RankedSession::sessionId).containsExactly(2L, 3L, 1L);
        assertThat(fused.get(0).score()).isEqualTo(2 / 61.0, within(1e-12));
        assertThat(fused.get(0).byWords()).isNotNull();
        assertThat(fused.get(0).byMeaning()).isNotNull();
        assertThat(fused.get(1).score()).isEqualTo(1 / 60.0, within(1e-12));
    }

    @Test
    void pagesHaveEachSessionOnce() {
        List<RankedSession> all = SessionRanking.fused(
                SessionRanking.byWords(List.of(hit(1, 9), hit(2, 8), hit(3, 8))),
                SessionRanking.byMeaning(List.of(passage(4, 0.9), passage(5, 0.8), passage(1, 0.7))));

        RankedSession second = all.get(1);
        List<RankedSession> rest = SessionRanking.after(
                all,
                SearchCursor.parse(SearchCursor.of(SearchType.HYBRID, second).toString()));

        assertThat(Stream.concat(all.subList(0, 2).stream(), rest.stream()).toList())
                .isEqualTo(all);
    }

    @Test
    void equalOnesFollowEachOtherAsTheIndexHasThem() {
        List<SearchHit> hits = List.of(hit(5, 0.5), hit(9, 0.5), hit(7, 0.5), hit(8, 0.5));
        RankedSession first = SessionRanking.byWords(hits).get(0);
        SearchCursor place = SearchCursor.of(SearchType.FULLTEXT, first);

        assertThat(SessionRanking.after(SessionRanking.byWords(hits), place))
                .extracting(RankedSession::sessionId)
                .containsExactly(9L, 7L, 8L);
    }

    @Test
    void pagesGoOnWhereTheyEndedWhenNewTextsHaveMovedAllScores() {
        SearchCursor place = new SearchCursor(SearchType.FULLTEXT, 0.5, 9);

        assertThat(SessionRanking.after(
                        SessionRanking.byWords(List.of(hit(5, 0.61), hit(9, 0.6), hit(7, 0.59), hit(8, 0.4))), place))
                .extracting(RankedSession::sessionId)
                .containsExactly(7L, 8L);
        assertThat(SessionRanking.after(
                        SessionRanking.byWords(List.of(hit(5, 0.41), hit(9, 0.4), hit(7, 0.39), hit(8, 0.2))), place))
                .extracting(RankedSession::sessionId)
                .containsExactly(7L, 8L);
    }

    @Test
    void placeIsReachedWithItsSessionOrWithALowerScore() {
        SearchCursor place = new SearchCursor(SearchType.FULLTEXT, 0.5, 7);

        assertThat(SessionRanking.reaches(SessionRanking.byWords(List.of(hit(5, 0.5), hit(9, 0.5))), place))
                .isFalse();
        assertThat(SessionRanking.reaches(SessionRanking.byWords(List.of(hit(5, 0.5), hit(7, 0.5))), place))
                .isTrue();
        assertThat(SessionRanking.reaches(SessionRanking.byWords(List.of(hit(5, 0.5), hit(9, 0.4))), place))
                .isTrue();
    }

    private static SearchHit hit(long sessionId, double score) {
        return new SearchHit(sessionId, 1, score);
    }

    private static PassageHit passage(long sessionId, double score) {
        return new PassageHit("", sessionId, 1, score);
    }
}
