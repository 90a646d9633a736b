package dev.opensync.usage;

import dev.opensync.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code usage_daily} and {@code usage_hourly} a session is counted in.
 *
 * @param day days since 1970-01-01, UTC, of the session's creation
 * @param hour of that day; the daily sums do not tell it apart
 * @param provider inferred, see {@link ProviderName}
 * @param project the project's name, else its path, else null
 */
public record UsageBucket(
        long accountId,
        int day,
        int hour,
        String source,
        String provider,
        @Nullable String model,
        @Nullable String project) {

    /** The order in which rows are locked, the same for every writer. */
    static final Comparator<UsageBucket> LOCK_ORDER = Comparator.comparingLong(UsageBucket::accountId)
            .thenComparingInt(UsageBucket::day)
            .thenComparing(UsageBucket::hash, Arrays::compareUnsigned);

    private static final int HASH_BYTES = 16;
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long MILLIS_PER_HOUR = 3_600_000;

    /** Of a session created at {@code createdMs}; {@code provider} as its tool named it. */
    public static UsageBucket of(
            long accountId,
            long createdMs,
            String source,
            @Nullable String provider,
            @Nullable String model,
            @Nullable String project) {
        int day = (int) Math.floorDiv(createdMs, MILLIS_PER_DAY);
        int hour = (int) (Math.floorMod(createdMs, MILLIS_PER_DAY) / MILLIS_PER_HOUR);
        return new UsageBucket(accountId, day, hour, source, ProviderName.infer(provider, model), model, project);
    }

    /** Key of the four names together, which are too long for an index. */
    byte[] hash() {
        MessageDigest digest = Sha256.digest();
        for (String name : new String[] {source, provider, model, project}) {
            // A byte that UTF-8 never uses keeps ("ab", "c") and ("a", "bc") apart, and null from "".
            digest.update((byte) (name == null ? 0xFE : 0xFF));
            digest.update((name == null ? "" : name).getBytes(StandardCharsets.UTF_8));
        }
        return Arrays.copyOf(digest.digest(), HASH_BYTES);
    }
}
