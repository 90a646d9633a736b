package dev.opensync.account;

import dev.opensync.shared.OpenSyncException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hashing and checking of passwords, slow on purpose. */
@ApplicationScoped
public class Passwords {

    private static final int MIN_CHARS = 8;
    private static final int MAX_CHARS = 200;

    // At least what the OWASP Password Storage Cheat Sheet asks of PBKDF2-HMAC-SHA512.
    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "220000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    @Inject
    Pbkdf2PasswordHash hash;

    private String nobodysHash;

    @SuppressWarnings("NullAway.Init")
    Passwords() {}

    @PostConstruct
    void prepare() {
        hash.initialize(PARAMETERS);
        nobodysHash = hash.generate(RandomToken.next().toCharArray());
    }

    /** Fails with {@code INVALID} if the password is too short or too long. */
    public String hash(String password) {
        int chars = password.codePointCount(0, password.length());
        if (chars < MIN_CHARS || chars > MAX_CHARS) {
            throw OpenSyncException.invalid("A password has " + MIN_CHARS + " to " + MAX_CHARS + " characters")
                    .as("password_length", MIN_CHARS, MAX_CHARS);
        }
        return hash.generate(password.toCharArray());
    }

    /** Takes as long for {@code storedHash} null, which no password matches: nobody learns which accounts exist. */
    public boolean matches(String password, @Nullable String storedHash) {
        if (password.length() > 2 * MAX_CHARS) {
            return false;
        }
        boolean equal = hash.verify(password.toCharArray(), storedHash == null ? nobodysHash : storedHash);
        return equal && storedHash != null;
    }
}
