package dev.opensync.account;

import java.util.EnumSet;
import java.util.Set;

/**
 * A key as it is kept in memory: whom it stands for, and until when.
 *
 * @param expiresMs {@code Long.MAX_VALUE} if it does not expire
 */
public record GrantedKey(Caller caller, long keyId, long expiresMs) {

    static GrantedKey of(ApiKey key, Account account) {
        Long expiresMs = key.expiresMs();
        return new GrantedKey(
                new Caller(account.id(), account.role(), scopes(key, account.role()), key.id()),
                key.id(),
                expiresMs == null ? Long.MAX_VALUE : expiresMs);
    }

    /** A key outlives its owner's time as administrator, but not with this scope. */
    private static Set<Scope> scopes(ApiKey key, Role role) {
        if (role == Role.ADMIN || !key.scopes().contains(Scope.ADMIN)) {
            return key.scopes();
        }
        Set<Scope> scopes = EnumSet.copyOf(key.scopes());
        scopes.remove(Scope.ADMIN);
        return scopes;
    }
}
