package dev.opensync.test.web;

import dev.opensync.harness.ApiResponse;
import dev.opensync.test.api.Synced;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Sessions of a reader that are test cases. */
final class MarkedSessions {

    private static final String MESSAGE =
            "{\"sessionExternalId\": \"%s\", \"externalId\": \"m%d\", \"role\": \"%s\", \"textContent\": \"%s\"}";

    private MarkedSessions() {}

    /** Synced with its texts, of the user and the assistant in turn. */
    static void sync(Reader reader, String id, String title, String... texts) {
        StringBuilder messages = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            messages.append(i == 0 ? "" : ",")
                    .append(MESSAGE.formatted(id, i + 1, i % 2 == 0 ? "user" : "assistant", texts[i]));
        }
        reader.sync(
                "/sync/batch",
                "{\"sessions\": [{\"externalId\": \"" + id + "\", \"title\": \"" + title
                        + "\", \"source\": \"claude-code\", \"model\": \"claude-opus-4-5\", \"projectName\": \"bakery\"}],"
                        + " \"messages\": [" + messages + "]}");
    }

    /** Synced and marked. */
    static void mark(Reader reader, String id, String title, String... texts) {
        sync(reader, id, title, texts);
        ApiResponse answer = reader.api()
                .send("PATCH", "/api/sessions/" + id, BodyPublishers.ofString("{\"evalReady\": true}"), Map.of());
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** One of two test cases, one of one, and one of none. */
    static void markThree(Reader reader) {
        mark(reader, "a", "One", "Preheat the oven", "It is hot now.", "And the bread?", "In ten minutes.", "Thanks");
        mark(reader, "b", "Two", "Count the till", "It holds 12 coins.");
        mark(reader, "c", "Three", "Hello?");
    }

    static boolean isMarked(Reader reader, String id) {
        return Synced.read(reader.api(), id).session().get("evalReady").asBoolean();
    }
}
