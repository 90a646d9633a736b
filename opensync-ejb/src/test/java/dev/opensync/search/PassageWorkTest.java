package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageWorkTest {

    @Test
    void tasksThatTouchAreDoneTogether() {
        assertThat(PassageWork.of(List.of(task(1, 7, 3, 3), task(2, 7, 4, 6), task(3, 7, 5, 5)), 2))
                .containsExactly(new PassageWork(7, 3, 6, List.of(1L, 2L, 3L)));
    }

    @Test
    void newestAndOldestTakeTurns() {
        assertThat(PassageWork.of(List.of(task(1, 7, 1, 1), task(2, 8, 1, 1), task(3, 9, 1, 1), task(4, 10, 1, 1)), 2))
                .extracting(PassageWork::sessionId)
                .containsExactly(10L, 7L);
    }

    @Test
    void sessionIsWorkedAtOnceAtATime() {
        assertThat(PassageWork.of(List.of(task(1, 7, 1, 1), task(2, 7, 9, 9)), 2))
                .extracting(PassageWork::first, PassageWork::last)
                .containsExactly(tuple(9, 9));
    }

    private static SearchTask task(long id, long sessionId, int first, int last) {
        return new SearchTask(id, sessionId, first, last, false);
    }
}
