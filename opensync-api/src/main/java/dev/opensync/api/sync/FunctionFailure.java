package dev.opensync.api.sync;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** A failed function call in Convex' shape, with the {@code error} that every answer of ours has. */
public record FunctionFailure(String status, String errorMessage, String error, List<String> logLines) {

    static Response answer(OpenSyncException failure) {
        boolean unavailable = failure.code() == ErrorCode.UNAVAILABLE;
        return answer(unavailable ? Status.SERVICE_UNAVAILABLE : Status.BAD_REQUEST, failure.getMessage());
    }

    static Response answer(Status status, String message) {
        return Response.status(status)
                .entity(new FunctionFailure("error", message, message, List.of()))
                .build();
    }
}
