package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that people run again; each test has a person of its own. */
@SystemTest
@Tag("database")
class SavedSearchIT {

    private static final String PATH = "/api/saved-searches";
    private static final String LOGIN =
            "{\"name\": \"Login\", \"query\": \"login token\", \"searchType\": \"hybrid\", \"limit\": 10, \"tokenBudget\": 4000}";

    private final TestServer server;
    private final ApiClient api;

    SavedSearchIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void savedSearchIsListedWithAllItsTerms() {
        JsonNode saved = save(LOGIN);

        JsonFields.assertFields(saved, LOGIN);
        assertThat(saved.has("lastUsedAt")).isFalse();
        assertThat(list()).containsExactly(saved);
    }

    @Test
    void whatIsNotSaidIsThatOfTheContextPage() {
        JsonNode saved = save("{\"query\": \"  login token \"}");

        JsonFields.assertFields(saved, """
                {"name": "login token", "query": "login token", "searchType": "semantic", "limit": 5, "tokenBudget": 8000}
                """);
    }

    @Test
    void editingChangesOnlyWhatIsNamed() {
        String id = save(LOGIN).get("id").asText();

        JsonNode edited = send(api, "PATCH", PATH + "/" + id, "{\"name\": \"Sign-in\", \"limit\": 3}")
                .json();

        JsonFields.assertFields(edited, """
                {"name": "Sign-in", "query": "login token", "searchType": "hybrid", "limit": 3, "tokenBudget": 4000}
                """);
        assertThat(list()).containsExactly(edited);
    }

    @Test
    void usedSearchComesFirst() {
        String first = save(LOGIN).get("id").asText();
        String second = save("{\"query\": \"oven\"}").get("id").asText();
        assertThat(list()).extracting(search -> search.get("id").asText()).containsExactly(second, first);

        JsonNode used = send(api, "PATCH", PATH + "/" + first + "/use", "").json();

        assertThat(used.get("lastUsedAt").asLong()).isPositive();
        assertThat(list()).extracting(search -> search.get("id").asText()).containsExactly(first, second);
    }

    @Test
    void deletedSearchIsGone() {
        String id = save(LOGIN).get("id").asText();

        assertThat(send(api, "DELETE", PATH + "/" + id, "").status()).isEqualTo(200);

        assertThat(list()).isEmpty();
        assertThat(send(api, "DELETE", PATH + "/" + id, "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"query\": \" \"}",
                "{\"q\": \"a\"}",
                "{\"query\": [\"a\"]}",
                "{\"query\": \"a\", \"searchType\": \"magic\"}",
                "{\"query\": \"a\", \"limit\": 0}",
                "{\"query\": \"a\", \"limit\": 21}",
                "{\"query\": \"a\", \"limit\": 1.5}",
                "{\"query\": \"a\", \"limit\": -1}",
                "{\"query\": \"a\", \"tokenBudget\": 200001}",
                "{\"query\": \"a\", \"tokenBudget\": \"many\"}"
            })
    void unusableBodiesAre400(String body) {
        ApiResponse answer = api.post(PATH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isNotEmpty();
        assertThat(list()).isEmpty();
    }

    @Test
    void namesAreTakenUpToTheirGreatestLength() {
        assertThat(api.post(PATH, "{\"query\": \"a\", \"name\": \"" + "😀".repeat(201) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(save("{\"query\": \"a\", \"name\": \"" + "😀".repeat(200) + "\"}")
                        .get("name")
                        .asText())
                .hasSize(400);
    }

    @Test
    void thereIsAnEndToTheirNumber() {
        for (int i = 0; i < 200; i++) {
            save("{\"query\": \"a\"}");
        }

        assertThat(api.post(PATH, "{\"query\": \"a\"}").status()).isEqualTo(409);
    }

    @Test
    void nobodyReachesThoseOfOthers() {
        JsonNode saved = save(LOGIN);
        String path = PATH + "/" + saved.get("id").asText();
        ApiClient stranger = OtherAccount.client(server, "SYNC,READ");

        assertThat(stranger.get(PATH).json().get("savedSearches")).isEmpty();
        assertThat(send(stranger, "PATCH", path, "{\"name\": \"x\"}").status()).isEqualTo(404);
        assertThat(send(stranger, "PATCH", path + "/use", "").status()).isEqualTo(404);
        assertThat(send(stranger, "DELETE", path, "").status()).isEqualTo(404);
        assertThat(list()).containsExactly(saved);
    }

    @Test
    void readersMayRunButNotChange() {
        ApiClient reader = OtherAccount.client(server, "READ");

        assertThat(reader.get(PATH).status()).isEqualTo(200);
        assertThat(reader.post(PATH, LOGIN).status()).isEqualTo(403);
        assertThat(send(reader, "PATCH", PATH + "/1", "{\"name\": \"x\"}").status())
                .isEqualTo(403);
        assertThat(send(reader, "DELETE", PATH + "/1", "").status()).isEqualTo(403);
        assertThat(OtherAccount.client(server, "SYNC").get(PATH).status()).isEqualTo(403);
    }

    static ApiResponse send(ApiClient client, String method, String path, String body) {
        return client.send(method, path, BodyPublishers.ofString(body), Map.of("Content-Type", "application/json"));
    }

    private JsonNode save(String body) {
        ApiResponse answer = api.post(PATH, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<JsonNode> list() {
        return StreamSupport.stream(api.get(PATH).json().get("savedSearches").spliterator(), false)
                .toList();
    }
}
