package dev.opensync.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Under which address a client knows this server; see {@code opensync.http.behind-proxy}. */
@ApplicationScoped
public class ServerAddress {

    private static final Pattern AUTHORITY =
            Pattern.compile("[\\p{Alnum}._\\-]+(:\\d{1,5})?|\\[[\\p{XDigit}:.]+](:\\d{1,5})?");

    @Inject
    @ConfigProperty(name = "opensync.http.behind-proxy", defaultValue = "false")
    boolean behindProxy;

    /** Scheme, host and port; no slash at the end. */
    public String of(HttpServletRequest request) {
        String scheme = behindProxy && "https".equalsIgnoreCase(last(request.getHeader("X-Forwarded-Proto")))
                ? "https"
                : request.getScheme();
        String forwarded = behindProxy ? last(request.getHeader("X-Forwarded-Host")) : null;
        String authority = forwarded == null ? request.getHeader("Host") : forwarded;
        if (authority == null || !AUTHORITY.matcher(authority).matches()) {
            authority = request.getServerName() + ":" + request.getServerPort();
        }
        return scheme + "://" + authority;
    }

    /** What the proxy nearest to us wrote; everything before it the client may have made up. */
    private static @Nullable String last(@Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : value.substring(value.lastIndexOf(',') + 1).strip();
    }
}
