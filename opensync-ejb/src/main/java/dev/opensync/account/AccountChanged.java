package dev.opensync.account;

/** Password, role or name of an account changed; fired inside the transaction that does it. */
record AccountChanged(long accountId) {}
