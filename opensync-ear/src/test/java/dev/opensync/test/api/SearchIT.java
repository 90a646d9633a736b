package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has a person of its own, so that nobody else's sessions are found. */
@SystemTest
@Tag("database")
class SearchIT {

    private static final String SHOP = """
            {"sessions": [{"externalId": "shop", "title": "Repair the checkout", "projectPath": "/home/ann/web-shop",
                           "model": "claude-sonnet-4-5", "source": "claude-code"}],
             "messages": [{"sessionExternalId": "shop", "externalId": "m1", "role": "user",
                           "textContent": "Why does parseJsonBody <b>fail</b> on large inputs?"},
                          {"sessionExternalId": "shop", "externalId": "m2", "role": "assistant",
                           "parts": [{"type": "text", "content": "Let me look."},
                                     {"type": "thinking", "content": "perhaps an overflow"},
                                     {"type": "tool-call", "content": {"name": "Bash", "args": {"command": "grep -rn MAX_BODY src"}}},
                                     {"type": "tool-result", "content": {"name": "Bash", "result": "src/limits.c:17"}}]}]}
            """;

    private final TestServer server;
    private final ApiClient api;

    SearchIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout",
                "parse_json_body",
                "overflow",
                "max body",
                "grep",
                "limits.c",
                "\"large inputs\"",
                "check",
                "tool:bash",
                "look project:shop model:sonnet source:claude-code role:assistant"
            })
    void everyKindOfWordFindsItsSession(String query) {
        sync(SHOP);

        assertThat(awaitFound(query, 1).get(0).get("externalId").asText()).isEqualTo("shop");
    }

    @Test
    void resultHasTheKeysOfEveryKindOfSearch() {
        sync(SHOP);

        JsonNode found = awaitFound("parseJsonBody", 1).get(0);

        assertThat(found.get("id")).isEqualTo(found.get("_id"));
        JsonFields.assertFields(found, """
                {"externalId": "shop", "title": "Repair the checkout", "projectPath": "/home/ann/web-shop",
                 "projectName": "web-shop", "model": "claude-sonnet-4-5", "source": "claude-code", "totalTokens": 0,
                 "cost": 0, "isPublic": false, "evalReady": false, "messageCount": 2, "matchedIn": ["text"],
                 "snippet": "Why does <em>parseJsonBody</em> &lt;b&gt;fail&lt;/b&gt; on large inputs?",
                 "snippetText": "Why does parseJsonBody <b>fail</b> on large inputs?"}
                """);
        assertThat(found.get("messageId").asText()).isEqualTo(found.get("id").asText() + "-1");
    }

    @Test
    void changedTitleIsFound() {
        sync("{\"sessions\": [{\"externalId\": \"a\", \"title\": \"Repair the checkout\", \"source\": \"pi\"}]}");
        awaitFound("checkout", 1);

        sync("{\"sessions\": [{\"externalId\": \"a\", \"title\": \"Rebuild the basket\", \"source\": \"pi\"}]}");

        awaitFound("basket", 1);
        awaitFound("checkout", 0);
    }

    @Test
    void messagesFollowTheirSessionToAnotherProject() {
        sync(SHOP);
        awaitFound("overflow project:shop", 1);

        sync("{\"sessions\": [{\"externalId\": \"shop\", \"projectName\": \"bakery\","
                + " \"projectPath\": \"/home/ann/bakery\"}]}");

        awaitFound("overflow project:bakery", 1);
        awaitFound("overflow project:shop", 0);
    }

    @Test
    void whatTheOwnerSaysOfASessionIsACondition() {
        sync(SHOP);
        sync(SHOP.replace("\"shop\"", "\"bakery\""));
        awaitFound("overflow", 2);
        awaitFound("overflow status:none", 2);

        mark("shop", "{\"evalStatus\": \"golden\", \"evalTags\": [\"Till roll\", \"x\"]}");

        awaitFound("overflow status:golden", 1);
        assertThat(externalIds("q=overflow&status=golden")).containsExactly("shop");
        assertThat(externalIds("q=overflow&status=golden&status=none")).containsExactlyInAnyOrder("shop", "bakery");
        assertThat(externalIds("q=overflow&tag=till%20roll&tag=y")).containsExactly("shop");
        assertThat(externalIds("q=overflow%20-tag:x")).containsExactly("bakery");
        assertThat(externalIds("q=overflow&status=golden&tag=y")).isEmpty();
        assertThat(api.post("/api/search", "{\"query\": \"overflow\", \"status\": [\"golden\"], \"tag\": \"x\"}")
                        .json()
                        .at("/results/0/externalId")
                        .asText())
                .isEqualTo("shop");
        assertThat(api.get("/api/context?q=overflow&type=fulltext&tag=x")
                        .json()
                        .get("sessionCount")
                        .asInt())
                .isEqualTo(1);

        mark("shop", "{\"evalStatus\": \"incorrect\", \"evalTags\": []}");

        awaitFound("overflow status:incorrect", 1);
        assertThat(externalIds("q=overflow&status=golden")).isEmpty();
        assertThat(externalIds("q=overflow&tag=x")).isEmpty();
    }

    private void mark(String id, String marks) {
        ApiResponse answer = SessionEditIT.send(api, "PATCH", "/api/sessions/" + id + "/eval-ready", marks);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private List<String> externalIds(String parameters) {
        return StreamSupport.stream(search(parameters).json().get("results").spliterator(), false)
                .map(result -> result.get("externalId").asText())
                .toList();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndRepeats() {
        IntStream.range(0, 7).forEach(i -> sync("""
                {"sessions": [], "messages": [{"sessionExternalId": "page-%d", "externalId": "m", "role": "user",
                                               "textContent": "pagination %s"}]}
                """.formatted(i, "again ".repeat(i))));
        awaitFound("pagination", 7);

        ApiResponse first = search("q=pagination&limit=4");
        ApiResponse second = search(
                "q=pagination&limit=4&cursor=" + first.json().get("nextCursor").asText());

        assertThat(ids(first)).hasSize(4).doesNotContainAnyElementsOf(ids(second));
        assertThat(ids(second)).hasSize(3);
        assertThat(second.json().has("nextCursor")).isFalse();
    }

    @Test
    void nobodyFindsSessionsOfOthers() {
        sync(SHOP);
        awaitFound("overflow", 1);

        ApiResponse answer = OtherAccount.client(server, "READ").get("/api/search?q=overflow");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("results")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fulltext", "anything", ""})
    void unknownTypesAreAnsweredByFullText(String type) {
        ApiResponse answer = search("q=nothing&type=" + type);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Search-Type")).isEqualTo("fulltext");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=",
                "q=%20",
                "q=a&limit=none",
                "q=a&cursor=none",
                "q=a&before=tomorrow",
                "q=a&role=boss",
                "q=a&status=splendid"
            })
    void badParametersAreNamed(String parameters) {
        ApiResponse answer = search(parameters);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isNotEmpty();
    }

    @Test
    void keyWithoutTheScopeMayNotSearch() {
        assertThat(OtherAccount.client(server, "SYNC").get("/api/search?q=a").status())
                .isEqualTo(403);
    }

    private void sync(String batch) {
        ApiResponse answer = api.post("/sync/batch", batch);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
    }

    private JsonNode awaitFound(String query, int count) {
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return await().until(() -> search("q=" + encoded).json().path("results"), results -> results.size() == count);
    }

    private ApiResponse search(String parameters) {
        return api.get("/api/search?" + parameters);
    }

    private static List<String> ids(ApiResponse page) {
        return StreamSupport.stream(page.json().get("results").spliterator(), false)
                .map(result -> result.get("id").asText())
                .toList();
    }
}
