package dev.opensync.api.problem;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives our own failures their HTTP status. */
@Provider
public class OpenSyncExceptionMapper implements ExceptionMapper<OpenSyncException> {

    @Override
    public Response toResponse(OpenSyncException failure) {
        return new Problem(status(failure.code()), failure.getMessage()).toResponse();
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
        };
    }
}
