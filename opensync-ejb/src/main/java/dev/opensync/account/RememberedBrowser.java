package dev.opensync.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A browser whose owner asked not to sign in again for a while. */
@Entity
@Table(name = "remembered_browser")
public class RememberedBrowser {

    // For requests sent side by side, all with the cookie as it was.
    private static final Duration GRACE = Duration.ofMinutes(1);

    @Id
    private String id;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "credential_version")
    private int credentialVersion;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "previous_hash")
    private byte @Nullable [] previousHash;

    @Column(name = "rotated_ms")
    private long rotatedMs;

    @Column(name = "created_ms")
    private long createdMs;

    @Column(name = "expires_ms")
    private long expiresMs;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RememberedBrowser() {}

    RememberedBrowser(String id, AccountProfile owner, TokenHash token, Instant now, Remembering remembering) {
        this.id = id;
        this.accountId = owner.id();
        this.credentialVersion = owner.credentialVersion();
        this.tokenHash = token.bytes();
        this.createdMs = now.toEpochMilli();
        this.rotatedMs = createdMs;
        this.expiresMs = remembering.end(now, now).toEpochMilli();
    }

    long accountId() {
        return accountId;
    }

    int credentialVersion() {
        return credentialVersion;
    }

    boolean isExpired(Instant now) {
        return now.toEpochMilli() >= expiresMs;
    }

    boolean isCurrent(TokenHash token) {
        return token.matches(tokenHash);
    }

    boolean wasCurrentJustBefore(TokenHash token, Instant now) {
        return previousHash != null && token.matches(previousHash) && now.toEpochMilli() - rotatedMs < GRACE.toMillis();
    }

    void rotate(TokenHash token, Instant now, Remembering remembering) {
        previousHash = tokenHash;
        tokenHash = token.bytes();
        rotatedMs = now.toEpochMilli();
        expiresMs = remembering.end(Instant.ofEpochMilli(createdMs), now).toEpochMilli();
    }
}
