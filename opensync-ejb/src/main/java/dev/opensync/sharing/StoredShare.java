package dev.opensync.sharing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session that is being shown, and on what terms. */
@Entity
@Table(name = "shared_session")
public class StoredShare {

    @Id
    @Column(name = "session_id")
    private long sessionId;

    private String slug;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "expires_ms")
    private @Nullable Long expiresMs;

    @Column(name = "with_secrets")
    private boolean withSecrets;

    @Column(name = "last_sequence")
    private int lastSequence;

    private long visits;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected StoredShare() {}

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    Share toShare() {
        return new Share(
                slug,
                expiresMs == null ? null : Instant.ofEpochMilli(expiresMs),
                passwordHash != null,
                withSecrets,
                lastSequence,
                visits);
    }
}
