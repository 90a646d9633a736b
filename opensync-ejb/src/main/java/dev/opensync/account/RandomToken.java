package dev.opensync.account;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that cannot be guessed: 256 bits in 43 URL-safe characters. */
public final class RandomToken {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomToken() {}

    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
