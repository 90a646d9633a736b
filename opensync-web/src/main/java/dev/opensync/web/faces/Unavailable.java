package dev.opensync.web.faces;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The answer while the database is away: the page for it, and when to come again. */
public final class Unavailable {

    private static final String RETRY_AFTER_SECONDS = "10";

    private Unavailable() {}

    public static void answer(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
