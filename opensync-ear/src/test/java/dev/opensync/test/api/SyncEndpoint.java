package dev.opensync.test.api;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;

/** Posts bodies in which {@code ID} stands for the id of one session of this test. */
final class SyncEndpoint {

    private final ApiClient api;
    private final String sessionId = Synced.newId();

    SyncEndpoint(ApiClient api) {
        this.api = api;
    }

    String sessionId() {
        return sessionId;
    }

    ApiClient api() {
        return api;
    }

    ApiResponse trySession(String body) {
        return api.post("/sync/session", named(body));
    }

    ApiResponse tryMessage(String body) {
        return api.post("/sync/message", named(body));
    }

    /** Fails unless it is taken. */
    ApiResponse session(String body) {
        return taken(trySession(body));
    }

    /** Fails unless it is taken. */
    ApiResponse message(String body) {
        return taken(tryMessage(body));
    }

    /** Fails unless it is taken. */
    ApiResponse batch(String body) {
        return taken(api.post("/sync/batch", named(body)));
    }

    Synced read() {
        return Synced.read(api, sessionId);
    }

    private String named(String body) {
        return body.replace("ID", sessionId);
    }

    private static ApiResponse taken(ApiResponse response) {
        if (response.status() != 200 || !response.json().path("ok").asBoolean()) {
            throw new AssertionError("Refused: " + response.status() + " " + response.body());
        }
        return response;
    }
}
