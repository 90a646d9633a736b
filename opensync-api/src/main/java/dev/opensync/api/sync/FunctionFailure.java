package dev.opensync.api.sync;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** A failed function call in Convex' shape, with the {@code error} that every answer of ours has. */
public record FunctionFailure(String status, String errorMessage, String error, List<String> logLines) {

    static Response answer(Status status, String message) {
        return Response.status(status)
                .entity(new FunctionFailure("error", message, message, List.of()))
                .build();
    }
}
