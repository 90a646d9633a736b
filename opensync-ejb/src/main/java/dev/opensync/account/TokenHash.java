package dev.opensync.account;

import dev.opensync.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of a secret of ours. No salt and no stretching: the secrets are random and long enough that guessing is
 * hopeless, and the hash is what they are looked up by.
 */
public final class TokenHash {

    static final int BYTES = 32;

    private final byte[] bytes;

    private TokenHash(byte[] bytes) {
        this.bytes = bytes;
    }

    static TokenHash of(String text) {
        return new TokenHash(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static TokenHash ofStored(byte[] bytes) {
        return new TokenHash(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** In constant time. */
    boolean matches(byte[] other) {
        return MessageDigest.isEqual(bytes, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
