package dev.opensync.account;

import org.jspecify.annotations.Nullable;

/**
 * What an identity provider says of one person.
 *
 * @param name null if not told
 * @param email null if not told
 * @param role null if the claims say nothing about it
 */
public record ProvidedIdentity(
        String issuer,
        String providerSubject,
        @Nullable String name,
        @Nullable String email,
        @Nullable Role role) {

    /** Unique over all providers. */
    String subject() {
        return issuer + "|" + providerSubject;
    }

    String nameOrSubject() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        return email == null ? providerSubject : email;
    }
}
