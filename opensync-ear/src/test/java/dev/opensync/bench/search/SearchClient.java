package dev.opensync.bench.search;

import static org.awaitility.Awaitility.await;

import dev.opensync.bench.HttpConnection;
import dev.opensync.bench.ServerProcess;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Asks the running server over one connection for each account. */
final class SearchClient implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PATH = "/api/search";
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final ApiClient api;
    private final HttpConnection everything;
    private final HttpConnection small;

    /** {@code smallKey}: of the account that has the messages of one user alone. */
    SearchClient(ServerProcess server, String smallKey) {
        api = new ApiClient(server.url().toString(), ServerProcess.KEY);
        everything = new HttpConnection(server.url(), "POST " + PATH, ServerProcess.KEY);
        small = new HttpConnection(server.url(), "POST " + PATH, smallKey);
    }

    /** Returns with the first good answer: the pages of a starting server answer one after the other. */
    void awaitAnswer() {
        await().atMost(LIMIT).until(() -> api.get(PATH + "?q=a").status() == OK);
    }

    /** Without its model the server would answer by the words alone. */
    void requireType(QueryClass queryClass) {
        ApiResponse answer = api.get(PATH + "?q=a&type=" + queryClass.type());
        if (!queryClass.type().equals(answer.header("X-Search-Type"))) {
            throw new IllegalStateException(queryClass + ": " + answer.status() + " " + answer.headers());
        }
    }

    void ask(QueryClass queryClass, Question question) {
        HttpConnection connection = queryClass == QueryClass.SMALL_ACCOUNT ? small : everything;
        byte[] body = JSON.createObjectBuilder()
                .add("query", question.openSync())
                .add("type", queryClass.type())
                .add("limit", 20)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        int status = connection.send(body, body.length);
        // While others were asked the server may have hung up.
        if (status == 0) {
            status = connection.send(body, body.length);
        }
        if (status != OK) {
            throw new IllegalStateException(question + ": " + status);
        }
    }

    @Override
    public void close() {
        everything.close();
        small.close();
    }
}
