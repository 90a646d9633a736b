package dev.opensync.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link that lets one person make an account, once. */
@Entity
@Table(name = "invitation")
public class Invitation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "token_hash")
    @SuppressWarnings("UnusedVariable") // Invitations are looked up by it.
    private byte[] tokenHash;

    @Column(name = "invited_by")
    @SuppressWarnings("UnusedVariable") // Kept for those who ask later.
    private long invitedBy;

    @Column(name = "created_ms")
    private long createdMs;

    @Column(name = "expires_ms")
    private long expiresMs;

    @Column(name = "accepted_ms")
    private @Nullable Long acceptedMs;

    @Column(name = "revoked_ms")
    private @Nullable Long revokedMs;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    Invitation(String email, Role role, TokenHash token, long invitedBy, Instant now, Duration validity) {
        this.email = email;
        this.role = role;
        this.tokenHash = token.bytes();
        this.invitedBy = invitedBy;
        this.createdMs = now.toEpochMilli();
        this.expiresMs = now.plus(validity).toEpochMilli();
    }

    String email() {
        return email;
    }

    Role role() {
        return role;
    }

    boolean isOpen(Instant now) {
        return acceptedMs == null && revokedMs == null && now.toEpochMilli() < expiresMs;
    }

    void accept(Instant now) {
        acceptedMs = now.toEpochMilli();
    }

    void revoke(Instant now) {
        revokedMs = now.toEpochMilli();
    }

    InvitationSummary toSummary() {
        return new InvitationSummary(id, email, role, Instant.ofEpochMilli(createdMs), Instant.ofEpochMilli(expiresMs));
    }
}
