package dev.opensync.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go on after sign-in: a page of ours, never anywhere else. */
final class LocalPath {

    private static final String HOME = "/overview";
    // No second slash and no backslash at the start: browsers take "//host" and "/\host" for another site.
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}");

    private LocalPath() {}

    /** The overview for everything that is not a path of ours. */
    static String orHome(@Nullable String path) {
        return path != null && LOCAL.matcher(path).matches() ? path : HOME;
    }

    /** The page that was asked for, as it goes into the address of the sign-in page. */
    static String of(HttpServletRequest request) {
        String query = request.getQueryString();
        return orHome(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    static String signInFor(HttpServletRequest request) {
        String wanted = of(request);
        return wanted.equals(HOME) ? "/login" : "/login?from=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
