package dev.opensync.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/**
 * Words for what JAX-RS refuses by itself: unknown path, wrong method, wrong type.
 *
 * <p>A response that already has a body is left alone, and so is one that is no error. Words that our own code gave to the
 * exception are shown; the default ones ("HTTP 404 Not Found") are not.
 */
@Provider
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException failure) {
        Response original = failure.getResponse();
        int status = original.getStatus();
        if (status < 400 || original.hasEntity()) {
            return original;
        }
        if (status >= 500) {
            return UnexpectedErrorMapper.answer(failure, status);
        }
        Problem problem = ownWords(failure) ? new Problem(status, message(failure)) : Problem.of(status);
        Response answer = problem.toResponse();
        copy(original, answer, HttpHeaders.ALLOW);
        copy(original, answer, HttpHeaders.WWW_AUTHENTICATE);
        copy(original, answer, HttpHeaders.RETRY_AFTER);
        return answer;
    }

    private static boolean ownWords(WebApplicationException failure) {
        String message = message(failure);
        return failure.getCause() == null && !message.isBlank() && !message.startsWith("HTTP ");
    }

    private static String message(WebApplicationException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }

    private static void copy(Response from, Response to, String header) {
        String value = from.getHeaderString(header);
        if (value != null) {
            to.getHeaders().putSingle(header, value);
        }
    }
}
