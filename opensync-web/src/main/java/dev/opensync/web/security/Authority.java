package dev.opensync.web.security;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place a request was sent to, as it stands in a Host header: {@code example.org:8443} or {@code [::1]}.
 *
 * @param port null if there is none, or none that can be
 */
record Authority(String host, @Nullable Integer port) {

    private static final Pattern FORM = Pattern.compile("(\\[[^]]*]|[^:]*)(?::(\\d{1,5})|.*)", Pattern.DOTALL);
    private static final int LAST_PORT = 65_535;

    static Authority parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("The form takes any text");
        }
        String digits = matcher.group(2);
        int port = digits == null ? 0 : Integer.parseInt(digits);
        return new Authority(matcher.group(1), port == 0 || port > LAST_PORT ? null : port);
    }
}
