package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has a person of its own, so that sums and lists are known to the last row. */
@SystemTest
@Tag("database")
class ReadingIT {

    static final String NIGHT = """
            {"sessions": [{"externalId": "night", "title": "Fix the Login", "projectPath": "/home/a/shop",
                           "projectName": "shop", "model": "claude-sonnet-4", "provider": "anthropic",
                           "source": "claude-code", "promptTokens": 1200, "completionTokens": 340, "cost": 0.0245,
                           "durationMs": 65000, "createdAt": 1706234567890}],
             "messages": [{"sessionExternalId": "night", "externalId": "m1", "role": "user",
                           "textContent": "It \\"fails\\" \\ud83d\\ude00", "createdAt": 1706234568000},
                          {"sessionExternalId": "night", "externalId": "m2", "role": "assistant", "textContent": "unseen",
                           "model": "claude-sonnet-4", "promptTokens": 7, "createdAt": 1706234569000,
                           "parts": [{"type": "text", "content": "one"},
                                     {"type": "tool-call", "content": {"z": 1.10, "a": [null]}, "id": "t1"},
                                     {"type": "text", "content": {"text": "two"}}]}]}
            """;

    private final TestServer server;
    private final ApiClient api;

    ReadingIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void sessionIsReadBackWithItsMessages() {
        sync(NIGHT);

        ApiResponse response = api.get("/api/sessions/get?id=night");

        assertThat(response.status()).isEqualTo(200);
        assertThatJson(response.body()).isEqualTo("""
                {"session": {"id": "${json-unit.any-string}", "externalId": "night", "title": "Fix the Login",
                             "projectPath": "/home/a/shop", "projectName": "shop", "model": "claude-sonnet-4",
                             "provider": "anthropic", "source": "claude-code", "promptTokens": 1200,
                             "completionTokens": 340, "totalTokens": 1540, "cost": 0.0245, "durationMs": 65000,
                             "isPublic": false, "evalReady": false, "messageCount": 2, "createdAt": 1706234567890,
                             "updatedAt": "${json-unit.any-number}"},
                 "messages": [{"id": "${json-unit.any-string}", "externalId": "m1", "role": "user",
                               "textContent": "It \\"fails\\" 😀", "createdAt": 1706234568000, "parts": []},
                              {"id": "${json-unit.any-string}", "externalId": "m2", "role": "assistant",
                               "textContent": "unseen", "model": "claude-sonnet-4", "promptTokens": 7,
                               "createdAt": 1706234569000,
                               "parts": [{"type": "text", "content": "one"},
                                         {"type": "tool-call", "content": {"z": 1.10, "a": [null]}, "id": "t1"},
                                         {"type": "text", "content": {"text": "two"}}]}]}
                """);
        assertThat(response.body()).contains("{\"z\": 1.10, \"a\": [null]}").contains("\"cost\":0.0245");
    }

    @Test
    void serverIdInThePathGivesTheSame() {
        sync(NIGHT);
        ApiResponse byQuery = api.get("/api/sessions/get?id=night");
        String id = byQuery.json().at("/session/id").asText();

        assertThat(api.get("/api/sessions/" + id).body()).isEqualTo(byQuery.body());
        assertThat(api.get("/api/sessions/night").body()).isEqualTo(byQuery.body());
    }

    @Test
    void longSessionsComeWholeAndInOrder() {
        int count = 230;
        StringBuilder messages = new StringBuilder();
        for (int i = 0; i < count; i++) {
            messages.append(i == 0 ? "" : ",")
                    .append("{\"sessionExternalId\":\"long\",\"externalId\":\"m" + i + "\",\"role\":\"user\"}");
        }
        sync("{\"messages\":[" + messages + "]}");

        List<String> order = new ArrayList<>();
        api.get("/api/sessions/long")
                .json()
                .get("messages")
                .forEach(message -> order.add(message.get("externalId").asText()));

        assertThat(order).hasSize(count).startsWith("m0", "m1", "m2").endsWith("m" + (count - 1));
        assertThat(order).doesNotHaveDuplicates();
    }

    @Test
    void messagesComeInPagesWhereAskedFor() {
        sync(NIGHT);

        ApiResponse first = api.get("/api/sessions/night?limit=1");
        String cursor = first.json().get("nextCursor").asText();
        ApiResponse second = api.get("/api/sessions/get?id=night&limit=1&cursor=" + cursor);

        assertThat(first.json().at("/messages/0/externalId").asText()).isEqualTo("m1");
        assertThat(first.json().get("messages")).hasSize(1);
        assertThat(second.json().at("/messages/0/externalId").asText()).isEqualTo("m2");
        assertThat(second.json().has("nextCursor")).isFalse();
        assertThat(api.get("/api/sessions/night?cursor=" + cursor).json().get("messages"))
                .isEqualTo(second.json().get("messages"));
        assertThat(api.get("/api/sessions/night?limit=x").status()).isEqualTo(400);
    }

    @Test
    void listGoesPageByPageFromTheLastChanged() {
        for (String id : List.of("a", "b", "c")) {
            sync("{\"sessions\":[{\"externalId\":\"" + id + "\"}]}");
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            ApiResponse page = api.get("/api/sessions?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            seen.add(page.json().at("/sessions/0/externalId").asText());
            cursor = page.json().path("nextCursor").asText();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("c", "b", "a");
    }

    @Test
    void listHasFiftyRowsUnlessAskedForMore() {
        StringBuilder sessions = new StringBuilder("{\"externalId\": \"s0\"}");
        for (int i = 1; i < 60; i++) {
            sessions.append(", {\"externalId\": \"s").append(i).append("\"}");
        }
        sync("{\"sessions\": [" + sessions + "]}");

        assertThat(api.get("/api/sessions").json().get("sessions")).hasSize(50);
        assertThat(api.get("/api/sessions?limit=55").json().get("sessions")).hasSize(55);
        assertThat(api.get("/api/sessions?limit=100000").json().get("sessions")).hasSize(60);
    }

    @Test
    void listShowsNoMetadata() {
        sync("{\"sessions\": [{\"externalId\": \"a\", \"gitBranch\": \"main\"}]}");

        assertThat(api.get("/api/sessions").json().at("/sessions/0").has("metadata"))
                .isFalse();
        assertThatJson(api.get("/api/sessions/a").body())
                .node("session.metadata")
                .isEqualTo("{\"gitBranch\": \"main\"}");
    }

    @Test
    void listOfOneSourceHasNoOther() {
        sync("""
                {"sessions": [{"externalId": "a", "source": "cursor"}, {"externalId": "b", "source": "pi"}]}""");

        assertThatJson(api.get("/api/sessions?source=cursor").body())
                .inPath("$.sessions[*].externalId")
                .isEqualTo("[\"a\"]");
        assertThatJson(api.get("/api/sessions?source=cursor-sync").body())
                .inPath("$.sessions[*].externalId")
                .isEqualTo("[\"a\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=x", "?limit=0", "?limit=-1", "?limit=1.5", "?cursor=x"})
    void unusableParametersAre400(String query) {
        ApiResponse response = api.get("/api/sessions" + query);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().get("error").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sessions/get", "/api/export"})
    void missingIdIs400AndUnknownIdIs404(String path) {
        assertThat(api.get(path).status()).isEqualTo(400);
        assertThatJson(api.get(path).body()).node("error").isEqualTo("Missing session ID");
        assertThat(api.get(path + "?id=none").status()).isEqualTo(404);
        assertThatJson(api.get(path + "?id=none").body()).node("error").isEqualTo("Session not found");
    }

    @Test
    void statsAreTheSumsOfAllSessions() {
        sync(NIGHT);
        sync("""
                {"sessions": [{"externalId": "day", "promptTokens": 10, "cost": 1}]}""");

        assertThatJson(api.get("/api/stats").body()).isEqualTo("""
                {"sessionCount": 2, "messageCount": 2, "totalTokens": 1550, "totalCost": 1.0245, "totalDurationMs": 65000,
                 "modelUsage": {"claude-sonnet-4": {"tokens": 1540, "cost": 0.0245, "sessions": 1},
                                "unknown": {"tokens": 10, "cost": 1, "sessions": 1}}}""");
    }

    @Test
    void statsOfNothingAreZeros() {
        assertThatJson(api.get("/api/stats").body()).isEqualTo("""
                {"sessionCount": 0, "messageCount": 0, "totalTokens": 0, "totalCost": 0, "totalDurationMs": 0,
                 "modelUsage": {}}""");
    }

    @Test
    void syncedIdsAreListed() {
        sync(NIGHT);

        assertThatJson(api.get("/sync/sessions/list").body()).isEqualTo("""
                {"sessionIds": ["night"]}""");
    }

    @Test
    void callsAreNotedWithoutIds() {
        api.get("/api/sessions/none");

        await().untilAsserted(() -> assertThatJson(api.get("/api/access-log").body())
                .inPath("$.calls[?(@.statusCode == 404)]")
                .isEqualTo("""
                        [{"endpoint": "/api/sessions/{id}", "method": "GET", "statusCode": 404,
                          "responseTimeMs": "${json-unit.any-number}", "apiKeyId": "${json-unit.any-string}",
                          "createdAt": "${json-unit.any-number}"}]"""));
    }

    @Test
    void othersSeeNothing() {
        sync(NIGHT);
        String id = api.get("/api/sessions/night").json().at("/session/id").asText();
        ApiClient stranger = OtherAccount.client(server, "SYNC,READ");

        assertThat(List.of(
                        "/api/sessions/" + id,
                        "/api/sessions/get?id=" + id,
                        "/api/export?id=" + id,
                        "/api/sessions/night"))
                .allSatisfy(path -> assertThat(stranger.get(path).status()).isEqualTo(404));
        assertThatJson(stranger.get("/api/sessions").body()).isEqualTo("{\"sessions\": []}");
        assertThatJson(stranger.get("/sync/sessions/list").body()).isEqualTo("{\"sessionIds\": []}");
        assertThat(stranger.get("/api/stats").json().get("sessionCount").asInt())
                .isZero();
        assertThat(stranger.get("/api/me").json().has("lastSyncAt")).isFalse();
        assertThatJson(OtherAccount.client(server, "READ")
                        .get("/api/access-log")
                        .body())
                .isEqualTo("{\"calls\": []}");
    }

    @Test
    void keyWithoutTheScopeIs403() {
        ApiClient sender = OtherAccount.client(server, "SYNC");
        ApiClient reader = OtherAccount.client(server, "READ");

        assertThat(List.of("/api/sessions", "/api/sessions/x", "/api/export?id=x", "/api/stats", "/api/access-log"))
                .allSatisfy(path -> assertThat(sender.get(path).status()).isEqualTo(403));
        assertThat(reader.get("/sync/sessions/list").status()).isEqualTo(403);
        assertThat(sender.get("/api/me").json().get("scopes").toString()).isEqualTo("[\"sync\"]");
    }

    private void sync(String batch) {
        ApiResponse response = api.post("/sync/batch", batch);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().get("errors")).isEmpty();
    }
}
