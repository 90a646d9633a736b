package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, defaults and words that readers of every tool rely on; each test has a person of its own. */
@SystemTest
@Tag("database")
class ReadContractIT {

    /** More than any default. */
    private static final int MANY = 25;

    private final ApiClient api;

    ReadContractIT(TestServer server) {
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void rowOfTheListIsTheSessionAsItIsReadAlone() {
        sync(ReadingIT.NIGHT);

        assertThat(api.get("/api/sessions").json().at("/sessions/0"))
                .isEqualTo(api.get("/api/sessions/night").json().get("session"));
    }

    @Test
    void whatIsNotKnownOfASessionIsAbsent() {
        sync("{\"sessions\": [{\"externalId\": \"bare\"}]}");

        assertThatJson(api.get("/api/sessions").body()).isEqualTo("""
                {"sessions": [{"id": "${json-unit.any-string}", "externalId": "bare", "source": "opencode",
                               "promptTokens": 0, "completionTokens": 0, "totalTokens": 0, "cost": 0, "isPublic": false,
                               "evalReady": false, "messageCount": 0, "createdAt": "${json-unit.any-number}",
                               "updatedAt": "${json-unit.any-number}"}]}""");
        assertThatJson(api.get("/api/export?id=bare").body()).isEqualTo("""
                {"session": {"id": "${json-unit.any-string}"}, "messages": []}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "none such", "a/b", "..", "%", "'", "\u0000", "修", "j57d8q2m4n6p8r0s2t4v6w8x0y2z4a6b"
            })
    void idsThatCannotBeAreNotFound(String id) {
        for (String path : List.of("/api/sessions/get?id=", "/api/export?id=")) {
            ApiResponse answer = api.get(path + encoded(id));

            assertThat(answer.status()).isEqualTo(404);
            assertThatJson(answer.body()).node("error").isEqualTo("Session not found");
        }
    }

    @Test
    void idOfAToolMayBeOfAnyLetters() {
        sync("{\"sessions\": [{\"externalId\": \"修 é\", \"title\": \"One\"}]}");
        String path = "/api/sessions/" + encoded("修 é").replace("+", "%20");

        assertThat(api.get("/api/sessions/get?id=" + encoded("修 é"))
                        .json()
                        .at("/session/title")
                        .asText())
                .isEqualTo("One");
        assertThat(SessionEditIT.send(api, "PATCH", path, "{\"title\": \"Two\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.get(path).json().at("/session/title").asText()).isEqualTo("Two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=%20", "?limit=3&type=semantic"})
    void missingQueryIsToldAsEver(String parameters) {
        assertThatJson(api.get("/api/search" + parameters).body())
                .node("error")
                .isEqualTo("Missing query parameter 'q'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fulltext", "semantic", "hybrid"})
    void resultsOfEveryTypeHaveTheKeysOfAll(String type) {
        sync(ReadingIT.NIGHT);
        sync("{\"messages\": [{\"sessionExternalId\": \"bare\", \"externalId\": \"m\", \"role\": \"user\","
                + " \"textContent\": \"The login fails\"}]}");

        JsonNode results = await().until(
                        () -> search("fails&type=" + type),
                        found -> found.json().get("results").size() == 2
                                && found.header("X-Search-Type").equals(type))
                .json()
                .get("results");

        JsonNode night = of(results, "night");
        JsonNode stored = api.get("/api/sessions/night").json().get("session");
        for (String key : List.of(
                "id",
                "externalId",
                "title",
                "projectPath",
                "projectName",
                "model",
                "provider",
                "source",
                "totalTokens",
                "cost",
                "isPublic",
                "messageCount",
                "createdAt",
                "updatedAt")) {
            assertThat(night.get(key)).as(key).isNotNull().isEqualTo(stored.get(key));
        }
        for (JsonNode result : results) {
            assertThat(result.get("_id")).isEqualTo(result.get("id"));
            assertThat(result.get("sessionId")).isEqualTo(result.get("id"));
            assertThat(result.get("score").isNumber()).isTrue();
            assertThat(result.get("snippet").asText()).isNotEmpty();
            assertThat(result.get("matchedIn")).isNotEmpty();
        }
        assertThat(of(results, "bare").has("title")).isFalse();
        assertThat(of(results, "bare").has("projectPath")).isFalse();
        assertThat(of(results, "bare").has("model")).isFalse();
    }

    @Test
    void twentySessionsAreFoundUnlessAskedForMore() {
        syncMany();
        await().until(() -> ids(search("heron&limit=200")).size() == MANY);

        assertThat(ids(search("heron"))).hasSize(20);
        assertThat(ids(search("heron&limit=21"))).hasSize(21);
        assertThat(ids(search("heron&limit=100000"))).hasSize(MANY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 24})
    void equallyGoodSessionsAreFoundOnceEach(int limit) {
        syncMany();
        await().until(() -> ids(search("heron&limit=200")).size() == MANY);

        assertThat(pages("/api/search?q=heron&limit=" + limit, "results"))
                .hasSize(MANY)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"semantic", "hybrid"})
    void equallyNearSessionsAreFoundOnceEach(String type) {
        syncMany();
        await().untilAsserted(() ->
                assertThat(ids(search("heron&limit=200&type=semantic"))).hasSize(MANY));

        assertThat(pages("/api/search?q=heron&limit=4&type=" + type, "results"))
                .hasSize(MANY)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createdAt", "totalTokens", "cost", "durationMs", "messageCount", "updatedAt"})
    void equalSessionsAreListedOnceEachInBothDirections(String sort) {
        syncMany();
        String path = "/api/sessions?limit=4&sort=" + sort;

        List<String> down = pages(path + "&order=desc", "sessions");
        List<String> up = pages(path + "&order=asc", "sessions");

        assertThat(down).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(up).containsExactlyElementsOf(reversed(down));
    }

    @Test
    void contextIsOfFiveSessionsUnlessAskedForMore() {
        syncMany();
        await().until(() -> context("q=heron&limit=20").get("sessionCount").asInt() == 20);

        assertThat(context("q=heron").get("sessionCount").asInt()).isEqualTo(5);
        assertThat(context("q=heron&format=messages").get("messages")).hasSize(5);
    }

    @Test
    void messagesOfTheContextNameNoTitleWhereThereIsNone() {
        sync("{\"messages\": [{\"sessionExternalId\": \"bare\", \"externalId\": \"m\", \"role\": \"user\","
                + " \"textContent\": \"a heron\"}]}");
        await().until(() -> context("q=heron").get("sessionCount").asInt() == 1);

        assertThatJson(context("q=heron&format=messages").get("messages").toString())
                .isEqualTo("""
                [{"role": "user", "content": "a heron", "metadata": {"sessionId": "${json-unit.any-string}"}}]""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl", "anything"})
    void exportsThatAreNoDownloadAreJson(String format) {
        sync(ReadingIT.NIGHT);

        ApiResponse answer = api.get("/api/export?id=night&format=" + format);

        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Content-Disposition")).isEmpty();
    }

    @Test
    void namesOfDownloadsHaveLettersAndDigitsOnly() {
        sync("{\"sessions\": [{\"externalId\": \"odd\", \"title\": \"Ünder_score: a/b \\\"c\\\" 9\"}]}");

        assertThat(api.get("/api/export?id=odd&format=markdown").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"-nder-score--a-b--c--9.md\"");
    }

    /** All alike, so that neither score nor any other order tells them apart. */
    private void syncMany() {
        sync(IntStream.range(0, MANY)
                        .mapToObj("{\"externalId\": \"s%d\", \"createdAt\": 1706234567890}"::formatted)
                        .collect(Collectors.joining(",", "{\"sessions\": [", "],"))
                + IntStream.range(0, MANY)
                        .mapToObj(("{\"sessionExternalId\": \"s%d\", \"externalId\": \"m\", \"role\": \"user\","
                                + " \"createdAt\": 1706234567890, \"textContent\": \"a heron\"}")::formatted)
                        .collect(Collectors.joining(",", "\"messages\": [", "]}")));
    }

    private List<String> pages(String path, String member) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            ApiResponse page = api.get(path + "&cursor=" + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .get(member)
                    .forEach(row -> seen.add(row.get("externalId").asText()));
            cursor = page.json().path("nextCursor").asText();
        } while (!cursor.isEmpty());
        return seen;
    }

    private void sync(String batch) {
        ApiResponse answer = api.post("/sync/batch", batch);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
    }

    private ApiResponse search(String queryAndParameters) {
        return api.get("/api/search?q=" + queryAndParameters);
    }

    private JsonNode context(String parameters) {
        return api.get("/api/context?" + parameters).json();
    }

    private static JsonNode of(JsonNode results, String externalId) {
        return StreamSupport.stream(results.spliterator(), false)
                .filter(result -> result.get("externalId").asText().equals(externalId))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(ApiResponse page) {
        return page.json().get("results").findValuesAsText("externalId");
    }

    private static List<String> reversed(List<String> ids) {
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
