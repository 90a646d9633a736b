package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client has already is not sent to it again. */
@SystemTest
class CachingIT {

    private static final Duration LONGER_THAN_A_SESSION_SETTLES = Duration.ofSeconds(20);
    private static final int MORE_THAN_IS_HELD = 1_100_000;

    private final ApiClient api;

    CachingIT(TestServer server) {
        api = OtherAccount.client(server, "SYNC,READ");
        api.post("/sync/batch", """
                {"sessions": [{"externalId": "a", "title": "One", "createdAt": 1706234567890}],
                 "messages": [{"sessionExternalId": "a", "externalId": "m", "role": "user", "textContent": "hello"}]}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions",
                "//api/sessions/",
                "/api/sessions/a",
                "/api/sessions/get?id=a",
                "/api/search?q=nothing",
                "/api/export?id=a",
                "/api/export?id=a&format=markdown",
                "/api/stats",
                "/api/analytics/overview",
                "/api/me",
                "/sync/sessions/list"
            })
    void unchangedAnswersAreNotSentAgain(String path) {
        // A session that settles between the two gets another tag.
        await().atMost(LONGER_THAN_A_SESSION_SETTLES).untilAsserted(() -> {
            ApiResponse first = api.get(path);
            ApiResponse again = getUnless(path, first.header("ETag"));

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(first.header("Vary")).isEqualTo("Authorization, Accept-Encoding");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(again.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(getUnless(path, "\"other\"").body()).isEqualTo(first.body());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions",
                "/api/sessions/a",
                "/api/search?q=nothing",
                "/api/context?q=nothing&type=fulltext",
                "/api/export?id=a&format=markdown",
                "/api/stats",
                "/api/me"
            })
    void headHasTheHeadersOfTheAnswerAndIsLeftOutLikeIt(String path) {
        await().atMost(LONGER_THAN_A_SESSION_SETTLES).untilAsserted(() -> {
            ApiResponse whole = api.get(path);
            ApiResponse head = send("HEAD", path, Map.of());
            ApiResponse known = send("HEAD", path, Map.of("If-None-Match", whole.header("ETag")));

            assertThat(whole.header("ETag")).isNotEmpty();
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (String name : List.of("ETag", "Content-Length", "Content-Type", "Cache-Control", "Vary")) {
                assertThat(head.header(name)).as(name).isEqualTo(whole.header(name));
            }
            assertThat(known.status()).isEqualTo(304);
        });
    }

    @Test
    void answersThatWereLeftOutAreLoggedAsSuch() {
        String tag = api.get("/api/me").header("ETag");
        assertThat(getUnless("/api/me", tag).status()).isEqualTo(304);
        assertThat(send("HEAD", "/api/me", Map.of("If-None-Match", tag)).status())
                .isEqualTo(304);

        await().untilAsserted(() -> assertThat(loggedCalls()).containsExactly("GET 200", "GET 304", "HEAD 304"));
    }

    /** Of {@code /api/me}, the oldest first. */
    private List<String> loggedCalls() {
        List<String> calls = new ArrayList<>();
        api.get("/api/access-log").json().get("calls").forEach(call -> {
            if (call.get("endpoint").asText().equals("/api/me")) {
                calls.add(
                        0,
                        call.get("method").asText() + " "
                                + call.get("statusCode").asText());
            }
        });
        return calls;
    }

    @Test
    void changedSessionsAreSentAgain() {
        String before = api.get("/api/sessions/a").header("ETag");

        api.post("/sync/session", "{\"externalId\": \"a\", \"title\": \"Two\"}");

        assertThat(getUnless("/api/sessions/a", before).body()).contains("Two");
    }

    @Test
    void settledSessionsOfAnySizeHaveATag() {
        api.post(
                "/sync/message",
                "{\"sessionExternalId\": \"big\", \"externalId\": \"m\", \"role\": \"user\", \"textContent\": \""
                        + "x".repeat(MORE_THAN_IS_HELD) + "\"}");
        assertThat(api.get("/api/sessions/big").body()).hasSizeGreaterThan(MORE_THAN_IS_HELD);

        await().atMost(LONGER_THAN_A_SESSION_SETTLES).untilAsserted(() -> {
            String tag = api.get("/api/sessions/big").header("ETag");
            assertThat(tag).isNotEmpty();
            assertThat(getUnless("/api/sessions/big", tag).status()).isEqualTo(304);
        });
        String tag = api.get("/api/export?id=big").header("ETag");
        assertThat(getUnless("/api/export?id=big", tag).status()).isEqualTo(304);
        assertThat(getUnless("/api/export?id=big&format=markdown", tag).status())
                .isEqualTo(200);
    }

    @Test
    void failuresHaveNoTag() {
        ApiResponse missing = api.get("/api/sessions/none");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("ETag")).isEmpty();
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
    }

    private ApiResponse getUnless(String path, String tag) {
        return send("GET", path, Map.of("If-None-Match", tag));
    }

    private ApiResponse send(String method, String path, Map<String, String> headers) {
        return api.send(method, path, BodyPublishers.noBody(), headers);
    }
}
