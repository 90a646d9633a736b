package dev.opensync.search;

import java.util.Arrays;

/** The SHA-256 of a text. */
final class TextHash {

    private final byte[] bytes;

    TextHash(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
