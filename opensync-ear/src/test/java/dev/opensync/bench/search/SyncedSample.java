package dev.opensync.bench.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import java.util.stream.IntStream;

/** Some sessions sent as a plugin sends them. */
final class SyncedSample {

    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiClient api;

    SyncedSample(ApiClient api) {
        this.api = api;
    }

    /** Those with numbers from {@code from} to before {@code to}. Gives how many messages it was. */
    int send(GeneratedHistory history, int from, int to) {
        return IntStream.range(from, to)
                .map(number -> send(history.session(number)))
                .sum();
    }

    private int send(GeneratedSession session) {
        ObjectNode batch = JSON.createObjectNode();
        batch.putArray("sessions")
                .addObject()
                .put("externalId", session.externalId())
                .put("title", session.title())
                .put("source", "bench");
        ArrayNode messages = batch.putArray("messages");
        for (String text : session.texts()) {
            int index = messages.size();
            messages.addObject()
                    .put("sessionExternalId", session.externalId())
                    .put("externalId", "m" + index)
                    .put("role", GeneratedSession.role(index))
                    .put("textContent", text);
        }
        ApiResponse answer = api.post("/sync/batch", batch.toString());
        if (answer.status() != OK) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return messages.size();
    }
}
