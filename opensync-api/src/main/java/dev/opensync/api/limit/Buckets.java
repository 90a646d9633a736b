package dev.opensync.api.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A bucket of tokens for each of many callers: so many calls at once, and as many again over each minute.
 *
 * <p>A bucket that was full again before it was forgotten loses nothing, so only as many are kept as callers of a few minutes
 * have. A flood of addresses pushes out the ones that are seldom seen.
 */
final class Buckets {

    static final int MOST_CALLERS = 50_000;

    private static final Duration REFILL = Duration.ofMinutes(1);
    private static final double NANOS_PER_SECOND = 1e9;

    private final long perMinute;
    private final LoadingCache<String, Bucket> bucketByCaller;

    /** {@code perMinute} 0 = no limit. */
    Buckets(long perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        bucketByCaller = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(REFILL.multipliedBy(2))
                // Evictions are small work; the common pool's threads would outlive the application.
                .executor(Runnable::run)
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, REFILL))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** Takes a token and gives 0, or gives how many seconds it is to the next one, at least 1. */
    long secondsToWait(String caller) {
        if (perMinute <= 0) {
            return 0;
        }
        ConsumptionProbe probe = bucketByCaller.get(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : (long) Math.ceil(probe.getNanosToWaitForRefill() / NANOS_PER_SECOND);
    }
}
