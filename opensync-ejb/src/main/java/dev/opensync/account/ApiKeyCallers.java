package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose API key a request carries, without a database round trip for a key in use.
 *
 * <p>No enterprise bean, because each request asks: the container's way into one takes longer than the look.
 */
@ApplicationScoped
public class ApiKeyCallers {

    @Inject
    ApiKeyCache cache;

    @Inject
    ApiKeyUses uses;

    @Inject
    InstantSource clock;

    /** Empty for an unknown, revoked or expired key. */
    public Optional<Caller> identify(String token) {
        return identify(token, null);
    }

    /** The same, and notes {@code client} as the one that used the key last. */
    public Optional<Caller> identify(String token, @Nullable String client) {
        Optional<GrantedKey> granted = findGranted(token);
        granted.ifPresent(key -> uses.record(key.keyId(), new ApiKeyUse(clock.millis(), client)));
        return granted.map(GrantedKey::caller);
    }

    /** Whom {@link #identify(String)} would name, without counting as a use of the key. */
    public Optional<Caller> findCaller(String token) {
        return findGranted(token).map(GrantedKey::caller);
    }

    private Optional<GrantedKey> findGranted(String token) {
        long nowMillis = clock.millis();
        return ApiKeySecret.parse(token)
                .flatMap(secret -> cache.find(secret.hash()))
                .filter(key -> nowMillis < key.expiresMs());
    }
}
