package dev.opensync.account;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a remembered browser keeps in its cookie: which one it is, and the secret of the day. */
record RememberToken(String browserId, String secret) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

    static RememberToken next() {
        return new RememberToken(RandomToken.next(), RandomToken.next());
    }

    static Optional<RememberToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new RememberToken(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    RememberToken withNextSecret() {
        return new RememberToken(browserId, RandomToken.next());
    }

    TokenHash hash() {
        return TokenHash.of(secret);
    }

    /** As it stands in the cookie. */
    String text() {
        return browserId + "." + secret;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RememberToken[" + browserId + "]";
    }
}
