package dev.opensync.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the console shows of one person.
 *
 * @param email null where an identity provider did not tell it
 * @param hasPassword false for people an identity provider vouches for
 * @param language tag of the language that was chosen for the console; null where the browser says which
 * @param credentialVersion grows when the password changes; a browser session with another one is over
 */
public record AccountProfile(
        long id,
        String name,
        @Nullable String email,
        Role role,
        boolean hasPassword,
        @Nullable String language,
        int credentialVersion,
        Instant createdAt) {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
