package dev.opensync.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest behind everything that is recognised by its content; every Java has it. */
public final class Sha256 {

    private Sha256() {}

    /** Empty, for one use. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
