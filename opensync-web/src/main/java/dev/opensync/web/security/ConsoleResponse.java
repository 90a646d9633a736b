package dev.opensync.web.security;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response with one content security policy, and redirects that hold under any name the browser knows us by. */
final class ConsoleResponse extends HttpServletResponseWrapper {

    private static final String POLICY = "Content-Security-Policy";

    ConsoleResponse(HttpServletResponse response) {
        super(response);
    }

    /** PrimeFaces adds its policy; a browser would apply ours as well, and run none of its scripts. */
    @Override
    public void addHeader(String name, String value) {
        if (POLICY.equalsIgnoreCase(name)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    /** The container would make a path absolute with what it takes for our scheme and host; behind a proxy it is wrong. */
    @Override
    public void sendRedirect(String location) {
        redirect(this, location);
    }

    static void redirect(HttpServletResponse response, String location) {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", response.encodeRedirectURL(location));
    }
}
