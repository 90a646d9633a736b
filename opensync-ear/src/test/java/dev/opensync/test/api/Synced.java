package dev.opensync.test.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A session of one account as {@code GET /api/sessions/get} shows it. */
public record Synced(JsonNode session, JsonNode messages) {

    /** An id that no other test has; a test writes it into its bodies as {@code ID}. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** {@code id}: of the server or of the coding tool. Fails if there is no such session. */
    public static Synced read(ApiClient api, String id) {
        ApiResponse response = api.get("/api/sessions/get?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
        if (response.status() != 200) {
            throw new AssertionError("No session " + id + ": " + response.status() + " " + response.body());
        }
        return new Synced(response.json().get("session"), response.json().get("messages"));
    }

    /** Of the message with that id of the coding tool. */
    public JsonNode message(String externalId) {
        return stream()
                .filter(message -> message.get("externalId").asText().equals(externalId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No message " + externalId + " in " + messages));
    }

    public JsonNode onlyMessage() {
        if (messages.size() != 1) {
            throw new AssertionError("Not one message: " + messages);
        }
        return messages.get(0);
    }

    /** External ids in the order they are shown. */
    public List<String> order() {
        return stream().map(message -> message.get("externalId").asText()).toList();
    }

    private Stream<JsonNode> stream() {
        return StreamSupport.stream(messages.spliterator(), false);
    }
}
