package dev.opensync.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request as the browser sent it to the proxy, by the X-Forwarded headers of that proxy. */
final class ForwardedRequest extends HttpServletRequestWrapper {

    private static final String HTTPS = "https";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    ForwardedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public boolean isSecure() {
        return HTTPS.equals(getScheme());
    }

    @Override
    public String getScheme() {
        String scheme = last("X-Forwarded-Proto");
        return HTTPS.equalsIgnoreCase(scheme) ? HTTPS : super.getScheme();
    }

    @Override
    public String getServerName() {
        String host = last("X-Forwarded-Host");
        return host == null ? super.getServerName() : Authority.parse(host).host();
    }

    @Override
    public int getServerPort() {
        String host = last("X-Forwarded-Host");
        Integer port = Authority.parse(host == null ? String.valueOf(getHeader("Host")) : host)
                .port();
        if (port != null) {
            return port;
        }
        return isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    @Override
    public StringBuffer getRequestURL() {
        int port = getServerPort();
        StringBuffer url = new StringBuffer().append(getScheme()).append("://").append(getServerName());
        if (port != (isSecure() ? HTTPS_PORT : HTTP_PORT)) {
            url.append(':').append(port);
        }
        return url.append(getRequestURI());
    }

    @Override
    public String getRemoteAddr() {
        String address = last("X-Forwarded-For");
        return address == null ? super.getRemoteAddr() : address;
    }

    /** What the proxy nearest to us wrote; everything before it the client may have made up. */
    private @Nullable String last(String name) {
        String value = getHeader(name);
        return value == null || value.isBlank()
                ? null
                : value.substring(value.lastIndexOf(',') + 1).strip();
    }
}
