package dev.opensync.sharing;

/**
 * A secret in a text, from {@code start} to before {@code end}.
 *
 * @param issuer whose key it is, empty where that is not known
 */
record FoundSecret(SecretKind kind, String issuer, int start, int end) {}
