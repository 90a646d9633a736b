package dev.opensync.sharing;

/**
 * A secret as its owner recognises it.
 *
 * @param issuer whose key it is, empty where that is not known
 * @param excerpt how it begins
 */
public record SecretExcerpt(SecretKind kind, String issuer, String excerpt) {

    private static final int LONG_CHARS = 12;

    static SecretExcerpt of(FoundSecret secret, String text) {
        int length = secret.end() - secret.start();
        int shown = length < LONG_CHARS ? 1 : 4;
        return new SecretExcerpt(
                secret.kind(),
                secret.issuer(),
                text.substring(secret.start(), secret.start() + Math.min(length, shown)) + "…");
    }
}
