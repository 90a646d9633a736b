package dev.opensync.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensync.shared.OpenSyncException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastKnownKeysTest {

    private static final TokenHash HASH = TokenHash.of("osk_one");
    private static final Optional<GrantedKey> GRANTED =
            Optional.of(new GrantedKey(new Caller(1, Role.MEMBER, Set.of(Scope.SYNC), 7L), 7, Long.MAX_VALUE));

    private final AtomicLong nanos = new AtomicLong();
    private final LastKnownKeys keys = new LastKnownKeys(10, nanos::get);

    @Test
    void confirmedKeyIsBelieved() {
        keys.confirm(HASH, GRANTED);

        assertThat(keys.find(HASH)).isEqualTo(GRANTED);
    }

    @Test
    void confirmedKeyIsNoLongerBelievedWhenTheDatabaseStaysAway() {
        keys.confirm(HASH, GRANTED);
        assertThat(keys.find(HASH)).isEqualTo(GRANTED);

        pass(LastKnownKeys.BELIEVED);

        assertUnavailable(HASH);
    }

    @Test
    void timeWithoutDatabaseStartsAnewAfterItAnswered() {
        keys.confirm(HASH, GRANTED);
        keys.find(HASH);
        pass(LastKnownKeys.BELIEVED);
        keys.confirm(TokenHash.of("osk_other"), Optional.empty());

        assertThat(keys.find(HASH)).isEqualTo(GRANTED);
    }

    @Test
    void keyConfirmedLongAgoIsNotBelieved() {
        keys.confirm(HASH, GRANTED);

        pass(LastKnownKeys.REMEMBERED);

        assertUnavailable(HASH);
    }

    @Test
    void keySeenRevokedIsRefused() {
        keys.confirm(HASH, GRANTED);
        keys.confirm(HASH, Optional.empty());

        assertThat(keys.find(HASH)).isEmpty();
    }

    @Test
    void answerFromBeforeTheRevocationDoesNotUndoIt() {
        keys.confirm(HASH, GRANTED);
        keys.revoke(HASH);

        keys.confirm(HASH, GRANTED);

        assertThat(keys.find(HASH)).isEmpty();
    }

    @Test
    void unknownKeyCannotBeTold() {
        keys.confirm(HASH, Optional.empty());

        assertUnavailable(HASH);
    }

    private void assertUnavailable(TokenHash hash) {
        assertThatThrownBy(() -> keys.find(hash))
                .isInstanceOf(OpenSyncException.class)
                .hasMessageContaining("try again later");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
