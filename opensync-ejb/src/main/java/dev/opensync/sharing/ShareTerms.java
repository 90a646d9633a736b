package dev.opensync.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what terms an owner shows a session.
 *
 * @param expiresAt null = until it is taken back
 * @param password that visitors must know, null = none
 * @param withSecrets whether found secrets are shown as well
 * @param seen seal of the list of secrets that the owner saw to its end; null or empty = none
 * @param lastSequence number of the last message that is shown; the owner has not looked at what comes later
 */
public record ShareTerms(
        @Nullable Instant expiresAt,
        @Nullable String password,
        boolean withSecrets,
        @Nullable String seen,
        int lastSequence) {}
