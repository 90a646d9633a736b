package dev.opensync.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessingLimitTest {

    private final GuessingLimit limit =
            new GuessingLimit(3, Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofHours(1));

    @Test
    void firstWrongPasswordsAreFree() {
        assertThat(limit.pauseAfter(2)).isZero();
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(limit.pauseAfter(3)).isEqualTo(Duration.ofSeconds(30));
        assertThat(limit.pauseAfter(4)).isEqualTo(Duration.ofMinutes(1));
        assertThat(limit.pauseAfter(6)).isEqualTo(Duration.ofMinutes(2));
        assertThat(limit.pauseAfter(1_000_000)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void blocksFromTheLastFreeFailureOn() {
        SignInFailures failures = SignInFailures.NONE.withOneMore(1_000, limit).withOneMore(2_000, limit);
        assertThat(failures.isBlocked(2_001)).isFalse();

        SignInFailures third = failures.withOneMore(3_000, limit);

        assertThat(third.isBlocked(32_999)).isTrue();
        assertThat(third.isBlocked(33_000)).isFalse();
    }

    @Test
    void failuresOfLongAgoAreForgotten() {
        SignInFailures old = new SignInFailures(50, 0, 0);

        SignInFailures next = old.withOneMore(Duration.ofHours(2).toMillis(), limit);

        assertThat(next.count()).isEqualTo(1);
    }

    @Test
    void rightPasswordTakesBackItsOwnAttemptOnly() {
        SignInFailures counted = new SignInFailures(7, 1, 99_999);

        assertThat(counted.withOneLess()).isEqualTo(new SignInFailures(6, 1, 0));
    }
}
