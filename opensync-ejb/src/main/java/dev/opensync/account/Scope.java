package dev.opensync.account;

/** What an API key may be used for. */
public enum Scope {
    /** Sending sessions and messages. */
    SYNC,
    /** Reading the owner's sessions. */
    READ,
    /** Administering the server; only for keys of administrators. */
    ADMIN
}
