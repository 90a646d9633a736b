package dev.opensync.account;

import dev.opensync.shared.OpenSyncException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which e-mail addresses are stored and compared. */
final class EmailAddress {

    private static final int CHARS = 254;
    // Whether it exists only a letter to it can tell; this catches slips of the keyboard.
    private static final Pattern FORM = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private EmailAddress() {}

    /** Without surrounding space, in lower case. Fails with {@code INVALID}. */
    static String normalized(String text) {
        String email = text.strip().toLowerCase(Locale.ROOT);
        if (email.length() > CHARS || !FORM.matcher(email).matches()) {
            throw OpenSyncException.invalid("This is not an e-mail address").as("email");
        }
        return email;
    }
}
