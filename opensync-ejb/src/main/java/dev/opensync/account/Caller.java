package dev.opensync.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request to the API.
 *
 * @param apiKeyId null for a caller with a JSON Web Token
 */
public record Caller(
        long accountId,
        Role role,
        Set<Scope> scopes,
        @Nullable Long apiKeyId) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
