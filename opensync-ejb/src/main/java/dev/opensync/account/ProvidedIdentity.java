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

    private static final int EMAIL_CHARS = 254;

    public ProvidedIdentity {
        name = name == null || name.isBlank() ? null : name;
        email = email == null || email.isBlank() || email.length() > EMAIL_CHARS ? null : email;
    }

    /** Unique over all providers. */
    String subject() {
        return issuer + "|" + providerSubject;
    }

    String nameOrSubject() {
        if (name != null) {
            return name;
        }
        return email == null ? providerSubject : email;
    }
}
