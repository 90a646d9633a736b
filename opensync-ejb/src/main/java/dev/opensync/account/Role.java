package dev.opensync.account;

/** What an account may do beyond reading and writing its own data. */
public enum Role {
    /** Own data only. */
    MEMBER,
    /** Also people, keys and policies of the whole server. */
    ADMIN
}
