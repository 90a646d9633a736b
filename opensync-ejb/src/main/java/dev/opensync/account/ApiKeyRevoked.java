package dev.opensync.account;

/** A key was revoked; fired inside the transaction that does it. */
record ApiKeyRevoked(TokenHash hash) {}
