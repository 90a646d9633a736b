package dev.opensync.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an owner sees of a key that was not revoked.
 *
 * @param prefix the first characters of the secret, to tell keys apart
 * @param expiresAt null if it does not expire
 * @param lastUsedAt null if never used; some seconds late
 * @param lastUsedClient the User-Agent of that use, null if it sent none
 */
public record ApiKeySummary(
        long id,
        String name,
        String prefix,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedClient) {

    public ApiKeySummary {
        scopes = Set.copyOf(scopes);
    }
}
