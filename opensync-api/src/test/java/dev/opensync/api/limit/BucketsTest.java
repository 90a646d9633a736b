package dev.opensync.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final Ticks time = new Ticks();

    @Test
    void asManyCallsAsInAMinuteMayComeAtOnce() {
        Buckets buckets = new Buckets(6, time);

        assertThat(wait(buckets, "a", 6)).isZero();
        assertThat(buckets.secondsToWait("a")).isEqualTo(10);
    }

    @Test
    void tokensComeBackOneByOne() {
        Buckets buckets = new Buckets(6, time);
        wait(buckets, "a", 6);

        time.pass(Duration.ofSeconds(15));

        assertThat(buckets.secondsToWait("a")).isZero();
        assertThat(buckets.secondsToWait("a")).isEqualTo(5);
    }

    @Test
    void callersDoNotShareABucket() {
        Buckets buckets = new Buckets(1, time);
        wait(buckets, "a", 2);

        assertThat(buckets.secondsToWait("b")).isZero();
    }

    @Test
    void zeroIsNoLimit() {
        assertThat(wait(new Buckets(0, time), "a", 10_000)).isZero();
    }

    /** The last answer of {@code calls} in a row. */
    private static long wait(Buckets buckets, String caller, int calls) {
        long seconds = 0;
        for (int i = 0; i < calls; i++) {
            seconds = buckets.secondsToWait(caller);
        }
        return seconds;
    }

    private static final class Ticks implements TimeMeter {

        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
