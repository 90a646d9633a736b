package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a client can send is the server's failure, and every answer is JSON. */
@SystemTest
@Tag("database")
class HostileInputIT {

    private static final List<String> ENDPOINTS = List.of("/sync/session", "/sync/message", "/sync/batch");
    private static final int OVER_THE_LIMIT = 33 * 1024 * 1024;

    private final ApiClient api;

    HostileInputIT(TestServer server) {
        api = server.admin();
    }

    static Stream<String> unreadableBodies() {
        return Stream.of(
                "",
                " ",
                "{",
                "{\"externalId\"",
                "{\"externalId\": }",
                "[",
                "[]",
                "[{}]",
                "null",
                "true",
                "42",
                "\"text\"",
                "{} {}",
                "{'externalId': 'x'}",
                "\u0000",
                "<xml/>",
                "{\"externalId\": NaN}",
                "{\"externalId\": \"x\",}",
                "[".repeat(50_000),
                "{\"a\":".repeat(50_000));
    }

    @ParameterizedTest
    @MethodSource("unreadableBodies")
    void whatIsNoObjectIs400(String body) {
        for (String endpoint : ENDPOINTS) {
            ApiResponse response = api.post(endpoint, body);

            assertThat(response.status()).as(endpoint).isEqualTo(400);
            assertThatJson(response.body()).node("error").isString().isNotEmpty();
        }
    }

    static Stream<String> oddValues() {
        return Stream.of(
                "null",
                "true",
                "-1",
                "0",
                "1e400",
                "99999999999999999999999",
                "0.1",
                "\"\"",
                "\" \"",
                "\"abc\"",
                "\"\\u0000\"",
                "\"\\ud83d\"",
                "\"\\udc00\\ud800\"",
                "[]",
                "[[]]",
                "{}",
                "{\"a\": null}",
                "\"" + "x".repeat(300) + "\"",
                "\"" + "\ud83d\ude00".repeat(5000) + "\"",
                "\"2024-13-45\"",
                "-9223372036854775808",
                "\"NaN\"",
                "\"Infinity\"");
    }

    @ParameterizedTest
    @MethodSource("oddValues")
    void noValueOfAnyFieldIsAServerError(String value) {
        for (String field : List.of(
                "externalId",
                "title",
                "projectPath",
                "projectName",
                "model",
                "provider",
                "source",
                "promptTokens",
                "completionTokens",
                "cost",
                "durationMs",
                "createdAt",
                "tokenUsage",
                "unknownKey")) {
            String id = field.equals("externalId") ? "" : "\"externalId\": \"" + Synced.newId() + "\", ";
            assertNoServerError(api.post("/sync/session", "{" + id + "\"" + field + "\": " + value + "}"), field);
        }
        for (String field : List.of(
                "sessionExternalId",
                "externalId",
                "role",
                "textContent",
                "model",
                "promptTokens",
                "completionTokens",
                "durationMs",
                "source",
                "parts",
                "createdAt",
                "unknownKey")) {
            String body = "{\"sessionExternalId\": \"" + Synced.newId()
                    + "\", \"externalId\": \"m\", \"role\": \"user\", \"" + field + "\": " + value + "}";
            assertNoServerError(api.post("/sync/message", body), field);
        }
        assertNoServerError(api.post("/sync/batch", "{\"sessions\": " + value + "}"), "sessions");
        assertNoServerError(api.post("/sync/batch", "{\"messages\": " + value + "}"), "messages");
        assertNoServerError(
                api.post("/sync/batch", "{\"sessions\": [" + value + "], \"messages\": [" + value + "]}"), "items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": 1, \"content\": 2}",
                "{\"content\": 2}",
                "{\"type\": \"text\"}",
                "{}",
                "1",
                "null",
                "[]",
                "{\"type\": \"\", \"content\": \"\"}",
                "{\"type\": null, \"content\": null}"
            })
    void noPartIsAServerError(String part) {
        ApiResponse response = api.post(
                "/sync/message",
                "{\"sessionExternalId\": \"" + Synced.newId()
                        + "\", \"externalId\": \"m\", \"role\": \"user\", \"parts\": [" + part + "]}");

        assertNoServerError(response, part);
    }

    @Test
    void typesOfPartsMayBeLong() {
        assertNoServerError(
                api.post(
                        "/sync/message",
                        "{\"sessionExternalId\": \"" + Synced.newId()
                                + "\", \"externalId\": \"m\", \"role\": \"user\", \"parts\": [{\"type\": \""
                                + "t".repeat(1000) + "\", \"content\": 1}]}"),
                "type");
    }

    @Test
    void contentNestedDeeplyIsNoServerError() {
        int depth = 900;
        ApiResponse response = api.post(
                "/sync/message",
                "{\"sessionExternalId\": \"" + Synced.newId()
                        + "\", \"externalId\": \"m\", \"role\": \"user\", \"parts\": [{\"type\": \"x\", \"content\": "
                        + "[".repeat(depth) + "]".repeat(depth) + "}]}");

        assertNoServerError(response, "depth");
    }

    @Test
    void lastOfTwoEqualKeysOrTheFirstIsTaken() {
        String id = Synced.newId();

        ApiResponse response =
                api.post("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"One\", \"title\": \"Two\"}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(Synced.read(api, id).session().get("title").asText()).isIn("One", "Two");
    }

    @Test
    void bodyAboveTheLimitIs413() {
        byte[] body = new byte[OVER_THE_LIMIT];
        Arrays.fill(body, (byte) ' ');
        body[0] = '{';
        body[body.length - 1] = '}';

        for (BodyPublisher publisher : List.of(
                BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            ApiResponse response =
                    api.send("POST", "/sync/batch", publisher, Map.of("Content-Type", "application/json"));

            assertThat(response.status()).isEqualTo(413);
            assertThatJson(response.body()).node("error").isString().isNotEmpty();
        }
    }

    @Test
    void bodyWithoutALengthIsRead() {
        byte[] body = ("{\"externalId\": \"" + Synced.newId() + "\"}").getBytes(StandardCharsets.UTF_8);

        ApiResponse response = api.send(
                "POST",
                "/sync/session",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                Map.of("Content-Type", "application/json"));

        assertThat(response.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain;charset=UTF-8",
                "application/json; charset=utf-8",
                "application/octet-stream",
                "application/x-www-form-urlencoded"
            })
    void theContentTypeDoesNotMatter(String contentType) {
        ApiResponse response = api.send(
                "POST",
                "/sync/session",
                BodyPublishers.ofString("{\"externalId\": \"" + Synced.newId() + "\"}"),
                Map.of("Content-Type", contentType));

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void noContentTypeIsFineToo() {
        ApiResponse response = api.send(
                "POST",
                "/sync/session",
                BodyPublishers.ofString("{\"externalId\": \"" + Synced.newId() + "\"}"),
                Map.of());

        assertThat(response.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "{\"externalId\": \"\u00ff\u00fe\"}"})
    void bytesThatAreNoUtf8AreNoServerError(String latin1) {
        ApiResponse response = api.send(
                "POST",
                "/sync/session",
                BodyPublishers.ofByteArray(latin1.getBytes(StandardCharsets.ISO_8859_1)),
                Map.of("Content-Type", "application/json"));

        assertNoServerError(response, "bytes");
    }

    private static void assertNoServerError(ApiResponse response, String what) {
        assertThat(response.status()).as(what + " " + response.body()).isLessThan(500);
        if (response.status() == 200) {
            assertThatJson(response.body()).node("ok").isEqualTo(true);
        } else {
            assertThatJson(response.body()).node("error").isString().isNotEmpty();
        }
    }
}
