package dev.opensync.account;

import java.io.Serializable;
import java.time.Instant;

/** An invitation that can still be accepted. */
public record InvitationSummary(long id, String email, Role role, Instant createdAt, Instant expiresAt)
        implements Serializable {}
