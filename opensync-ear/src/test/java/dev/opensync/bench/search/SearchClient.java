package dev.opensync.bench.search;

import static org.awaitility.Awaitility.await;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the running server as an agent does, over one connection. */
final class SearchClient {

    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final ApiClient everything;
    private final ApiClient small;

    /** {@code small}: the account that has the messages of one user alone. */
    SearchClient(ApiClient everything, ApiClient small) {
        this.everything = everything;
        this.small = small;
    }

    /** Returns with the first good answer: the pages of a starting server answer one after the other. */
    void awaitAnswer() {
        await().atMost(LIMIT).until(() -> everything.get("/api/search?q=a").status() == OK);
    }

    void ask(QueryClass queryClass, Question question) {
        ApiClient client = queryClass == QueryClass.SMALL_ACCOUNT ? small : everything;
        ApiResponse answer = client.get("/api/search?limit=20&type=" + queryClass.type() + "&q="
                + URLEncoder.encode(question.openSync(), StandardCharsets.UTF_8));
        if (answer.status() != OK || !queryClass.type().equals(answer.header("X-Search-Type"))) {
            throw new IllegalStateException(
                    question + ": " + answer.status() + " " + answer.headers() + " " + answer.body());
        }
    }
}
