package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search as it is asked for in a body; each test has a person of its own. */
@SystemTest
@Tag("database")
class SearchByBodyIT {

    private final TestServer server;
    private final ApiClient api;

    SearchByBodyIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void answerIsThatOfTheSearchByAddress() {
        api.post("/sync/batch", ReadingIT.NIGHT);

        JsonNode found = awaitFound("{\"query\": \"fails\", \"limit\": 5}", 1).get(0);

        JsonFields.assertFields(found, """
                {"externalId": "night", "title": "Fix the Login", "matchedIn": ["text"],
                 "snippet": "It &quot;<em>fails</em>&quot; 😀"}
                """);
        assertThat(found.get("sessionId")).isEqualTo(found.get("id"));
        assertThat(found.get("score").isNumber()).isTrue();
        JsonNode byAddress = api.get("/api/search?q=fails").json().at("/results/0");
        assertThat(withoutScore(byAddress)).isEqualTo(withoutScore(found));
    }

    @Test
    void filtersAreMembers() {
        api.post("/sync/batch", ReadingIT.NIGHT);
        awaitFound("{\"query\": \"fails\"}", 1);

        awaitFound("{\"query\": \"fails\", \"project\": [\"bakery\", \"shop\"], \"role\": \"user\"}", 1);
        awaitFound("{\"query\": \"fails\", \"project\": \"bakery\"}", 0);
        awaitFound("{\"query\": \"fails\", \"type\": null, \"project\": null}", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"query\": \" \"}",
                "{\"q\": \"a\"}",
                "{\"query\": \"a\", \"type\": \"magic\"}",
                "{\"query\": \"a\", \"limit\": \"many\"}",
                "{\"query\": \"a\", \"limit\": 0}",
                "{\"query\": \"a\", \"cursor\": \"x\"}",
                "{\"query\": \"a\", \"role\": \"boss\"}",
                "{\"query\": {\"a\": 1}}"
            })
    void unusableBodiesAre400(String body) {
        ApiResponse answer = api.post("/api/search", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isNotEmpty();
    }

    @Test
    void nobodyFindsSessionsOfOthersNorWithoutTheScope() {
        api.post("/sync/batch", ReadingIT.NIGHT);
        awaitFound("{\"query\": \"fails\"}", 1);

        ApiResponse answer = OtherAccount.client(server, "READ").post("/api/search", "{\"query\": \"fails\"}");

        assertThat(answer.json().get("results")).isEmpty();
        assertThat(OtherAccount.client(server, "SYNC")
                        .post("/api/search", "{\"query\": \"fails\"}")
                        .status())
                .isEqualTo(403);
    }

    /** Scores change with what other tests store meanwhile. */
    private static JsonNode withoutScore(JsonNode result) {
        return ((ObjectNode) result.deepCopy()).without("score");
    }

    private JsonNode awaitFound(String body, int count) {
        return await().until(
                        () -> api.post("/api/search", body).json().path("results"), results -> results.size() == count);
    }
}
