package dev.opensync.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.SessionRevision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchersTest {

    private static final long ADA = 1;
    private static final long BOB = 2;

    private final Watchers watchers = new Watchers();

    @Test
    void everyStateOfASessionIsToldOnce() {
        watchers.opened(ADA);

        assertThat(look(revision(ADA, "s", 1))).containsExactly(Map.entry(ADA, List.of("s")));
        assertThat(look(revision(ADA, "s", 1))).isEmpty();
        assertThat(look(revision(ADA, "s", 2))).containsExactly(Map.entry(ADA, List.of("s")));
    }

    @Test
    void aCommitOutOfOrderIsNewsToo() {
        watchers.opened(ADA);
        look(revision(ADA, "s", 2));

        assertThat(look(revision(ADA, "s", 1))).containsKey(ADA);
    }

    @Test
    void aNewPageIsToldWhatChangedWhileItWasDrawn() {
        watchers.opened(ADA);
        look(revision(ADA, "s", 1));
        watchers.opened(ADA);

        assertThat(look(revision(ADA, "s", 1))).containsKey(ADA);
    }

    @Test
    void anAccountIsWatchedUntilItsLastPageIsClosed() {
        watchers.opened(ADA);
        watchers.opened(ADA);
        watchers.opened(BOB);
        watchers.closed(ADA);
        assertThat(watchers.accounts()).containsExactlyInAnyOrder(ADA, BOB);

        watchers.closed(ADA);
        assertThat(watchers.accounts()).containsExactly(BOB);
        assertThat(watchers.isWatched(ADA)).isFalse();
    }

    @Test
    void nobodyIsToldOfAnotherAccount() {
        watchers.opened(ADA);
        watchers.opened(BOB);

        assertThat(look(revision(ADA, "s", 1))).containsOnlyKeys(ADA);
    }

    private Map<Long, List<String>> look(SessionRevision... found) {
        return watchers.news(watchers.accounts(), List.of(found));
    }

    private static SessionRevision revision(long account, String session, int messages) {
        return new SessionRevision(account, session, 1_000 + messages, messages);
    }
}
