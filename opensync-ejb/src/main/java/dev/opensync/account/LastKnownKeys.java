package dev.opensync.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import java.time.Duration;
import java.util.Optional;

/**
 * Keys as the database last confirmed them, believed for a short time without it: a message sent during a fail-over waits
 * for the database, and its sender would not send it again.
 *
 * <p>A key that was seen revoked stays refused. One that another server revoked unseen is believed until that time is over;
 * it can send, not read, for reading needs the database.
 */
final class LastKnownKeys {

    /** How long after the database went away. */
    static final Duration BELIEVED = Duration.ofMinutes(1);

    /** How long after the database confirmed the key. */
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Ticker ticker;
    // Empty for a key that was seen revoked.
    private final Cache<TokenHash, Optional<GrantedKey>> lastByHash;
    private boolean away;
    private long awaySinceNanos;

    LastKnownKeys(int keys, Ticker ticker) {
        this.ticker = ticker;
        lastByHash = Caffeine.newBuilder()
                .maximumSize(keys)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    /** What the database says; {@code granted} is empty for an unknown key and for a revoked one. */
    void confirm(TokenHash hash, Optional<GrantedKey> granted) {
        databaseAnswered();
        if (granted.isPresent()) {
            // An answer from before the revocation may come after it.
            lastByHash.asMap().merge(hash, granted, (before, now) -> before.isEmpty() ? before : now);
        } else {
            lastByHash.asMap().computeIfPresent(hash, (known, before) -> Optional.empty());
        }
    }

    void revoke(TokenHash hash) {
        lastByHash.put(hash, Optional.empty());
    }

    /**
     * For when the database did not answer. Empty for a revoked key; fails with {@code UNAVAILABLE} where only the database
     * could tell.
     */
    Optional<GrantedKey> find(TokenHash hash) {
        Optional<GrantedKey> last = lastByHash.getIfPresent(hash);
        boolean believed = isDatabaseAwayForShort();
        if (last == null || (last.isPresent() && !believed)) {
            throw OpenSyncException.of(ErrorCode.UNAVAILABLE, "The database cannot be reached; try again later");
        }
        return last;
    }

    private synchronized void databaseAnswered() {
        away = false;
    }

    private synchronized boolean isDatabaseAwayForShort() {
        if (!away) {
            away = true;
            awaySinceNanos = ticker.read();
        }
        return ticker.read() - awaySinceNanos < BELIEVED.toNanos();
    }
}
