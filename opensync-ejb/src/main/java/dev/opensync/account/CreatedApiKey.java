package dev.opensync.account;

/**
 * A key at the one moment its secret is known.
 *
 * @param secret to be shown once; it cannot be read again
 */
public record CreatedApiKey(ApiKeySummary summary, String secret) {

    /** Without the secret, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "CreatedApiKey[" + summary + "]";
    }
}
