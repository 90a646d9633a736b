package dev.opensync.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that its owner wants to find again; it goes with its session. */
@Entity
@Table(name = "bookmark")
public class Bookmark {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "account_id")
    @SuppressWarnings("UnusedVariable") // Queries are limited by it.
    private long accountId;

    @Column(name = "session_id")
    @SuppressWarnings("UnusedVariable") // Queries join by it.
    private long sessionId;

    @SuppressWarnings("UnusedVariable") // Queries read it.
    private int sequence;

    @SuppressWarnings("UnusedVariable") // Queries read it.
    private String name;

    @Column(name = "created_ms")
    @SuppressWarnings("UnusedVariable") // Queries read it.
    private long createdMs;

    @Column(name = "last_used_ms")
    @SuppressWarnings("UnusedVariable") // Queries read it.
    private @Nullable Long lastUsedMs;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Bookmark() {}

    Bookmark(long accountId, long sessionId, int sequence, String name, Instant now) {
        this.accountId = accountId;
        this.sessionId = sessionId;
        this.sequence = sequence;
        this.name = name;
        this.createdMs = now.toEpochMilli();
    }

    long id() {
        return id;
    }

    void rename(String wanted) {
        name = wanted;
    }

    void use(Instant now) {
        lastUsedMs = now.toEpochMilli();
    }
}
