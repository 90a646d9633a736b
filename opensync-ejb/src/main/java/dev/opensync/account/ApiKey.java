package dev.opensync.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The credential of a plugin; only the hash of its secret is kept. */
@Entity
@Table(name = "api_key")
public class ApiKey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "account_id")
    private long accountId;

    private String name;

    private String prefix;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    private String scopes;

    @Column(name = "created_ms")
    private long createdMs;

    @Column(name = "expires_ms")
    private @Nullable Long expiresMs;

    @Column(name = "revoked_ms")
    private @Nullable Long revokedMs;

    @Column(name = "last_used_ms")
    private @Nullable Long lastUsedMs;

    @Column(name = "last_used_client")
    private @Nullable String lastUsedClient;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    ApiKey(
            long accountId,
            String name,
            ApiKeySecret secret,
            Set<Scope> scopes,
            @Nullable Instant expiresAt,
            Instant now) {
        this.accountId = accountId;
        this.name = name;
        this.prefix = secret.prefix();
        this.secretHash = secret.hash().bytes();
        this.scopes = scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(","));
        this.createdMs = now.toEpochMilli();
        this.expiresMs = expiresAt == null ? null : expiresAt.toEpochMilli();
    }

    long id() {
        return id;
    }

    long accountId() {
        return accountId;
    }

    TokenHash hash() {
        return TokenHash.ofStored(secretHash);
    }

    @Nullable
    Long expiresMs() {
        return expiresMs;
    }

    Set<Scope> scopes() {
        return Arrays.stream(scopes.split(",")).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** The first revocation stays. */
    void revoke(Instant now) {
        if (revokedMs == null) {
            revokedMs = now.toEpochMilli();
        }
    }

    ApiKeySummary toSummary() {
        return new ApiKeySummary(
                id,
                name,
                prefix,
                scopes(),
                Instant.ofEpochMilli(createdMs),
                expiresMs == null ? null : Instant.ofEpochMilli(expiresMs),
                lastUsedMs == null ? null : Instant.ofEpochMilli(lastUsedMs),
                lastUsedClient);
    }
}
