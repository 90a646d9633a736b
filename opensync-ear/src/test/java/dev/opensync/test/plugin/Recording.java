package dev.opensync.test.plugin;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.test.api.Synced;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The requests of one run of a client, one to a line of {@code clients/<name>.http}; {@code ID} is the session's. */
public record Recording(List<String> requests) {

    public static Recording of(String name) {
        String file = "/clients/" + name + ".http";
        try (InputStream content = Objects.requireNonNull(Recording.class.getResourceAsStream(file), file)) {
            return new Recording(new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As often as asked; returns the session's id. Fails at the first answer that a client would take for an error. */
    String replay(ApiClient api, int times) {
        String id = Synced.newId();
        for (int i = 0; i < times; i++) {
            requests.forEach(request -> send(api, request.replace("ID", id)));
        }
        return id;
    }

    public String replay(ApiClient api) {
        return replay(api, 1);
    }

    private static void send(ApiClient api, String request) {
        String[] words = request.split(" ", 3);
        ApiResponse answer = words[0].equals("GET") ? api.get(words[1]) : api.post(words[1], words[2]);
        boolean succeeded = answer.status() == 200 && !answer.json().isEmpty();
        if (!succeeded || answer.body().contains("\"errors\":[\"")) {
            throw new AssertionError(request + "\n-> " + answer.status() + " " + answer.body());
        }
    }
}
