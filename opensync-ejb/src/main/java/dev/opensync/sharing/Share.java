package dev.opensync.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session that is being shown, for its owner.
 *
 * @param slug the unguessable end of its address
 * @param expiresAt null = until it is taken back
 * @param visits how often it was opened
 */
public record Share(
        String slug,
        @Nullable Instant expiresAt,
        boolean hasPassword,
        boolean withSecrets,
        int lastSequence,
        long visits) {}
