package dev.opensync.shared;

/** Why a call failed, in terms of the caller; the HTTP and console edges translate it. */
public enum ErrorCode {
    /** No such thing, or not this caller's: the two look alike on purpose. */
    NOT_FOUND,
    /** The state of the thing forbids it, for example an address that is taken. */
    CONFLICT,
    /** The input cannot be used as it is; the message says what to change. */
    INVALID,
    /** The caller is known but may not do this. */
    FORBIDDEN,
    /** Nothing is wrong with the request, but it cannot be served now; nothing of it was stored. */
    UNAVAILABLE
}
