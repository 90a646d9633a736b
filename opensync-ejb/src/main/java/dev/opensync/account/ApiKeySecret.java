package dev.opensync.account;

import dev.opensync.shared.OpenSyncException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of an API key, as clients send it: {@code osk_} and 43 URL-safe random characters. */
final class ApiKeySecret {

    private static final String START = "osk_";
    // A fork of the clients sends "os_"; a key chosen at set-up may have any length from 20 on.
    private static final Pattern FORM = Pattern.compile("osk?_[A-Za-z0-9_-]{16,250}");
    private static final int PREFIX_CHARS = 12;

    private final String text;

    private ApiKeySecret(String text) {
        this.text = text;
    }

    static ApiKeySecret next() {
        return new ApiKeySecret(START + RandomToken.next());
    }

    /** A key the operator chose. Fails with {@code INVALID}. */
    static ApiKeySecret chosen(String text) {
        if (!text.startsWith(START)) {
            throw OpenSyncException.invalid("An API key must start with " + START);
        }
        return parse(text)
                .orElseThrow(() -> OpenSyncException.invalid(
                        "An API key has 16 to 250 letters, digits, '-' or '_' after " + START));
    }

    /** Empty for text that can be no key of ours. */
    static Optional<ApiKeySecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
    }

    String text() {
        return text;
    }

    String prefix() {
        return text.substring(0, PREFIX_CHARS);
    }

    TokenHash hash() {
        return TokenHash.of(text);
    }
}
