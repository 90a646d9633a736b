package dev.opensync.api.http;

import dev.opensync.api.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers errors that the container raises by itself as JSON instead of its HTML page. */
final class ErrorsAsJson extends HttpServletResponseWrapper {

    ErrorsAsJson(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    /** The container's words are dropped: they may quote internals. */
    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        byte[] body = Problem.of(status).toJson().getBytes(StandardCharsets.UTF_8);
        resetBuffer();
        setStatus(status);
        setContentType(MediaType.APPLICATION_JSON);
        setContentLength(body.length);
        getOutputStream().write(body);
        flushBuffer();
    }
}
