package dev.opensync.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Answered like a GET as far as the tag of its content, of which the client sees the headers alone. */
final class HeadAsGet extends HttpServletRequestWrapper {

    static final String METHOD = "HEAD";

    HeadAsGet(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return "GET";
    }
}
