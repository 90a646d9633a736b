package dev.opensync.test.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Signs JSON Web Tokens with a key of its own. */
final class TokenIssuer {

    static final String NAME = "https://issuer.example";

    private static final int KEY_BITS = 2048;
    private static final int VALID_SECONDS = 600;

    private final KeyPair keys = newKeys();

    /** As in a PEM file. */
    String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    String token(String subject) {
        long now = Instant.now().getEpochSecond();
        String header = "{\"alg\": \"RS256\", \"typ\": \"JWT\"}";
        String claims = "{\"iss\": \"%s\", \"sub\": \"%s\", \"iat\": %d, \"exp\": %d, \"jti\": \"%s\"}"
                .formatted(NAME, subject, now, now + VALID_SECONDS, UUID.randomUUID());
        String signed = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
