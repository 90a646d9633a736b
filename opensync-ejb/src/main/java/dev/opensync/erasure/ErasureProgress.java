package dev.opensync.erasure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a deletion has come.
 *
 * @param wholeAccount false if the account stays
 * @param allSessions how many there were when it was ordered
 * @param sessions how many of those are gone, and so on
 * @param vectors of meanings that no other session says
 * @param requests rows of the access log
 * @param endedAt null while it goes on
 */
public record ErasureProgress(
        boolean wholeAccount,
        long allSessions,
        long sessions,
        long messages,
        long parts,
        long vectors,
        long requests,
        Instant orderedAt,
        @Nullable Instant endedAt) {

    public boolean isRunning() {
        return endedAt == null;
    }
}
