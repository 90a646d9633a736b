package dev.opensync.test.api;

import static dev.opensync.test.api.JsonFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients fire their requests in parallel: none may see an error, and nothing may be lost or doubled. */
@SystemTest
@Tag("database")
class ConcurrentSyncIT {

    private static final int THREADS = 32;

    private final SyncEndpoint sync;
    private final ApiClient api;

    ConcurrentSyncIT(TestServer server) {
        api = server.admin();
        sync = new SyncEndpoint(api);
    }

    @Test
    void oneSessionForOneId() throws Exception {
        List<ApiResponse> answers = atOnce(n -> sync.trySession("{\"externalId\": \"ID\", \"promptTokens\": 5}"));

        assertThat(answers).extracting(ApiResponse::status).containsOnly(200);
        assertThat(answers.stream().map(answer -> answer.json().get("sessionId").asText()))
                .containsOnly(sync.read().session().get("id").asText());
    }

    @Test
    void oneMessageForOneId() throws Exception {
        List<ApiResponse> answers = atOnce(n -> sync.tryMessage(
                "{\"sessionExternalId\": \"ID\", \"externalId\": \"m1\", \"role\": \"user\", \"textContent\": \"t\"}"));

        assertThat(answers).extracting(ApiResponse::status).containsOnly(200);
        assertThat(sync.read().messages()).hasSize(1);
        assertFields(sync.read().session(), "{\"messageCount\": 1}");
    }

    @Test
    void everyMessageOfManySendersIsThere() throws Exception {
        List<ApiResponse> answers = atOnce(n -> sync.tryMessage("{\"sessionExternalId\": \"ID\", \"externalId\": \"m"
                + n + "\", \"role\": \"user\", \"textContent\": \"text " + n + "\"}"));

        assertThat(answers).extracting(ApiResponse::status).containsOnly(200);
        Synced stored = sync.read();
        assertThat(stored.order()).hasSize(THREADS).doesNotHaveDuplicates();
        assertFields(stored.session(), "{\"messageCount\": " + THREADS + "}");
        assertFields(stored.message("m7"), "{\"textContent\": \"text 7\"}");
    }

    /** Sessions, messages and batches over the same few ids, in every order. */
    @Test
    void mixedRequestsForTheSameIdsAddUp() throws Exception {
        List<ApiResponse> answers = atOnce(n -> switch (n % 4) {
            case 0 -> sync.trySession("{\"externalId\": \"ID-" + n % 8 + "\", \"title\": \"A title of " + n + "\"}");
            case 1 ->
                sync.tryMessage("{\"sessionExternalId\": \"ID-" + n % 8 + "\", \"externalId\": \"m" + n % 3
                        + "\", \"role\": \"user\"}");
            default -> api.post("/sync/batch", batch(n).replace("ID", sync.sessionId()));
        });

        assertThat(answers).extracting(ApiResponse::status).containsOnly(200);
        assertThat(answers).extracting(ApiResponse::body).noneMatch(body -> body.contains("\"errors\":[\""));
        for (int session = 0; session < 8; session++) {
            Synced stored = Synced.read(api, sync.sessionId() + "-" + session);
            assertThat(stored.order()).doesNotHaveDuplicates();
            assertFields(
                    stored.session(), "{\"messageCount\": " + stored.messages().size() + "}");
        }
    }

    /** Each thread sends different fields: an update that works on stale values would lose some. */
    @Test
    void noUpdateIsLost() throws Exception {
        List<String> fields = List.of(
                "\"title\": \"Kept\"",
                "\"model\": \"gpt-5\"",
                "\"promptTokens\": 7",
                "\"completionTokens\": 8",
                "\"cost\": 0.5",
                "\"durationMs\": 9",
                "\"projectPath\": \"/p/q\"",
                "\"source\": \"pi\"");

        atOnce(n -> sync.session("{\"externalId\": \"ID\", " + fields.get(n % fields.size()) + "}"));

        assertFields(sync.read().session(), """
                {"title": "Kept", "model": "gpt-5", "promptTokens": 7, "completionTokens": 8, "cost": 0.5,
                 "durationMs": 9, "projectPath": "/p/q", "source": "pi"}""");
    }

    @Test
    void statisticsAreTheSumsOfTheSessions() throws Exception {
        atOnce(n -> sync.session("{\"externalId\": \"ID-" + n % 4 + "\", \"model\": \"model-" + n % 2
                + "\", \"promptTokens\": " + (n + 1) + ", \"cost\": 0.25}"));
        atOnce(n -> sync.message(
                "{\"sessionExternalId\": \"ID-" + n % 4 + "\", \"externalId\": \"m" + n + "\", \"role\": \"user\"}"));

        JsonNode stats = api.get("/api/stats").json();

        Sums sums = Sums.of(api);
        assertThat(stats.get("sessionCount").asLong()).isEqualTo(sums.sessions());
        assertThat(stats.get("messageCount").asLong()).isEqualTo(sums.messages());
        assertThat(stats.get("totalTokens").asLong()).isEqualTo(sums.tokens());
    }

    private static String batch(int n) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            messages.add("{\"sessionExternalId\": \"ID-" + (n + i) % 8 + "\", \"externalId\": \"m" + i % 5
                    + "\", \"role\": \"user\", \"textContent\": \"" + n + "\"}");
        }
        return "{\"sessions\": [{\"externalId\": \"ID-" + (n + 3) % 8 + "\"}, {\"externalId\": \"ID-" + n % 8
                + "\"}], \"messages\": [" + String.join(", ", messages) + "]}";
    }

    private static List<ApiResponse> atOnce(IntFunction<ApiResponse> request)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        try {
            List<Future<ApiResponse>> running = new ArrayList<>();
            for (int n = 0; n < THREADS; n++) {
                int number = n;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(number);
                }));
            }
            List<ApiResponse> answers = new ArrayList<>();
            for (Future<ApiResponse> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
