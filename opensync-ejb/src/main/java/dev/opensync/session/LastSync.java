package dev.opensync.session;

import java.time.Instant;

/** When a tool last changed a session of an account, and which. */
public record LastSync(Instant at, String source) {}
