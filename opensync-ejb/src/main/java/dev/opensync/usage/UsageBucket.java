package dev.opensync.usage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The row of {@code usage_daily} a session is counted in.
 *
 * @param day days since 1970-01-01, UTC, of the session's creation
 * @param provider inferred, see {@link ProviderName}
 * @param project the project's name, else its path, else null
 */
public record UsageBucket(
        long accountId,
        int day,
        String source,
        String provider,
        @Nullable String model,
        @Nullable String project) {

    /** The order in which rows are locked, the same for every writer. */
    static final Comparator<UsageBucket> LOCK_ORDER = Comparator.comparingLong(UsageBucket::accountId)
            .thenComparingInt(UsageBucket::day)
            .thenComparing(UsageBucket::hash, Arrays::compareUnsigned);

    private static final int HASH_BYTES = 16;

    /** Key of the four names together, which are too long for an index. */
    byte[] hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : new String[] {source, provider, model, project}) {
                // A byte that UTF-8 never uses keeps ("ab", "c") and ("a", "bc") apart, and null from "".
                digest.update((byte) (name == null ? 0xFE : 0xFF));
                digest.update((name == null ? "" : name).getBytes(StandardCharsets.UTF_8));
            }
            return Arrays.copyOf(digest.digest(), HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
