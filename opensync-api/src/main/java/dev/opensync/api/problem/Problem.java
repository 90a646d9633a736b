package dev.opensync.api.problem;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/**
 * The body of every failed answer: {@code error} first, because plugins print it, and the members of RFC 9457 beside it.
 *
 * @param status HTTP status, 400 to 599
 * @param error plain words for the caller, nothing secret
 */
public record Problem(int status, String error) {

    /** To find the provider again for each answer would cost more than all the rest of a refusal. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private static final int UNAVAILABLE = 503;
    private static final int RETRY_SECONDS = 5;

    /** With the usual words for a status that the platform itself answers. */
    public static Problem of(int status) {
        return new Problem(status, usualWords(status));
    }

    /** {@code {"error":…,"title":…,"status":…,"detail":…}}. */
    public String toJson() {
        return BUILDERS.createObjectBuilder()
                .add("error", error)
                .add("title", title())
                .add("status", status)
                .add("detail", error)
                .build()
                .toString();
    }

    /** The type stays {@code application/json}: clients look for it before they read {@code error}. */
    public Response toResponse() {
        ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(toJson());
        return status == UNAVAILABLE
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build()
                : response.build();
    }

    private String title() {
        Status known = Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    private static String usualWords(int status) {
        return switch (status) {
            case 400 -> "The request is malformed";
            case 401 -> "Missing Authorization header";
            case 403 -> "This credential may not do that";
            case 404 -> "There is nothing at this path";
            case 405 -> "This path does not know that method";
            case 406 -> "Only application/json is served here";
            case 413 -> "The body is too large";
            case 415 -> "Send the body as application/json";
            case 429 -> "Too many requests, try again later";
            case 503 -> "The server is not ready, try again later";
            default -> status < 500 ? "The request cannot be served" : "Internal server error";
        };
    }
}
