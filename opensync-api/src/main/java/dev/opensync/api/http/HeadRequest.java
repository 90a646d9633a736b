package dev.opensync.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Answered like a GET as far as the tag of its content, of which the client sees the headers alone. */
final class HeadRequest extends HttpServletRequestWrapper {

    static final String METHOD = "HEAD";

    HeadRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getMethod() {
        return "GET";
    }
}
