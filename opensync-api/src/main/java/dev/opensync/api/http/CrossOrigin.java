package dev.opensync.api.http;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers that let pages of any origin read an answer.
 *
 * <p>Any origin, because credentials travel in a header that a foreign page has to know; cookies count for nothing here.
 */
public final class CrossOrigin {

    private static final String ALLOWED_HEADERS = "Access-Control-Allow-Headers";
    private static final String ALWAYS_ALLOWED = "Authorization, Content-Type";
    private static final String ONE_DAY_SECONDS = "86400";

    private CrossOrigin() {}

    /** For every answer of {@code /sync}, {@code /api} and {@code /health}, also the failed ones. */
    public static void allow(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE, OPTIONS");
        response.setHeader(ALLOWED_HEADERS, ALWAYS_ALLOWED);
        response.setHeader(
                "Access-Control-Expose-Headers",
                "Content-Disposition, ETag, Retry-After, X-Search-Type, X-Search-Index, X-Search-Meaning,"
                        + " X-Export-Sessions, X-Export-TestCases");
    }

    /** The whole answer to {@code OPTIONS}. */
    static void answerPreflight(HttpServletResponse response) {
        allow(response);
        response.setHeader(ALLOWED_HEADERS, ALWAYS_ALLOWED + ", If-None-Match");
        response.setHeader("Access-Control-Max-Age", ONE_DAY_SECONDS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
