package dev.opensync.api.security;

import dev.opensync.account.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What the authentication of one API request found: a caller, or why there is none. It travels as a request attribute,
 * because only the resource decides whether a caller is needed.
 *
 * @param caller null if nobody was identified
 * @param refusal the words for the client, null if somebody was identified
 * @param status of the answer if a caller is needed and there is none
 */
record ApiAuthentication(@Nullable Caller caller, @Nullable String refusal, int status) {

    static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    /** Under this name it is kept in the request. */
    static final String ATTRIBUTE = "dev.opensync.api.security.ApiAuthentication";

    static ApiAuthentication of(Caller caller) {
        return new ApiAuthentication(caller, null, UNAUTHORIZED);
    }

    static ApiAuthentication refused(String refusal) {
        return new ApiAuthentication(null, refusal, UNAUTHORIZED);
    }

    /** Whoever it is could not be looked up; the client's credential may be a good one. */
    static ApiAuthentication unavailable(String reason) {
        return new ApiAuthentication(null, reason, UNAVAILABLE);
    }
}
