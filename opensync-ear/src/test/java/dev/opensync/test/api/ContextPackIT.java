package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Context with an address of its own; each test has a person of its own. */
@SystemTest
@Tag("database")
class ContextPackIT {

    private static final String PATH = "/api/context/packs";
    private static final String BIRDS =
            "{\"name\": \"Our Birds!\", \"query\": \"kingfisher\", \"searchType\": \"fulltext\"}";

    private final TestServer server;
    private final ApiClient api;

    ContextPackIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "xml", "messages"})
    void packSaysWhatItsSearchFound(String format) {
        sync("a", "The kingfisher dives");
        sync("b", "A kingfisher nests");
        awaitFound(2, format);

        JsonNode pack = make(BIRDS);

        JsonFields.assertFields(pack, """
                {"id": "our-birds", "name": "Our Birds!", "query": "kingfisher", "sessionCount": 2, "maxTokens": 8000,
                 "selection": false, "link": "BASE/api/context/packs/our-birds"}
                """.replace("BASE", server.baseUrl().toString()));
        // Equal ones may change places while other texts come into the index.
        await().untilAsserted(() -> {
            SavedSearchIT.send(api, "POST", PATH + "/our-birds/refresh", "");
            assertThat(read("our-birds", "format=" + format)).isEqualTo(awaitFound(2, format));
        });
    }

    @Test
    void packStaysTheSameUntilItIsRefreshed() {
        sync("a", "The kingfisher dives");
        awaitFound(1, "text");
        make(BIRDS);
        JsonNode before = read("our-birds", "");

        sync("b", "A kingfisher nests");
        awaitFound(2, "text");
        assertThat(read("our-birds", "")).isEqualTo(before);
        ApiResponse refreshed = SavedSearchIT.send(api, "POST", PATH + "/our-birds/refresh", "");

        assertThat(refreshed.json().get("sessionCount").asInt()).isEqualTo(2);
        assertThat(read("our-birds", "").get("sessionCount").asInt()).isEqualTo(2);
    }

    @Test
    void selectionKeepsItsSessions() {
        sync("a", "The kingfisher dives");
        sync("b", "A kingfisher nests");
        awaitFound(2, "text");
        String only = Synced.read(api, "a").session().get("id").asText();

        JsonNode pack = make(BIRDS.replace("}", ", \"only\": [\"" + only + "\"]}"));
        SavedSearchIT.send(api, "POST", PATH + "/our-birds/refresh", "");

        assertThat(pack.get("selection").asBoolean()).isTrue();
        assertThat(read("our-birds", "").get("text").asText()).contains("dives").doesNotContain("nests");
    }

    @Test
    void deletedSessionLeavesThePack() {
        sync("a", "The kingfisher dives");
        sync("b", "A kingfisher nests");
        awaitFound(2, "text");
        make(BIRDS);

        SavedSearchIT.send(api, "DELETE", "/api/sessions/a", "");

        assertThat(read("our-birds", "").get("text").asText()).contains("nests").doesNotContain("dives");
    }

    @Test
    void budgetIsThatOfThePackOrOfTheReader() {
        sync("a", "kingfisher " + "and so on ".repeat(400));
        awaitFound(1, "text");
        make(BIRDS.replace("}", ", \"maxTokens\": 300}"));

        assertThat(read("our-birds", "").get("tokens").asInt()).isBetween(100, 300);
        assertThat(read("our-birds", "maxTokens=90").get("tokens").asInt()).isBetween(30, 90);
        assertThat(read("our-birds", "maxTokens=90").get("truncated").asBoolean())
                .isTrue();
        assertThat(api.get(PATH + "/our-birds?maxTokens=0").status()).isEqualTo(400);
    }

    @Test
    void addressStaysWhenThePackIsRenamed() {
        make(BIRDS);

        JsonNode renamed = SavedSearchIT.send(api, "PATCH", PATH + "/our-birds", "{\"name\": \"Fish\"}")
                .json();

        assertThat(renamed.get("name").asText()).isEqualTo("Fish");
        assertThat(renamed.get("id").asText()).isEqualTo("our-birds");
        assertThat(make(BIRDS).get("id").asText()).isEqualTo("our-birds-2");
        assertThat(make(BIRDS.replace("Our Birds!", "漢字")).get("id").asText()).isEqualTo("pack");
        assertThat(api.get(PATH).json().get("packs")).hasSize(3);
    }

    @Test
    void readingIsNotedAndDeletingEndsIt() {
        make(BIRDS);
        assertThat(api.get(PATH).json().at("/packs/0").has("lastUsedAt")).isFalse();

        read("our-birds", "");
        assertThat(api.get(PATH).json().at("/packs/0/lastUsedAt").asLong()).isPositive();
        assertThat(SavedSearchIT.send(api, "DELETE", PATH + "/our-birds", "").status())
                .isEqualTo(200);

        assertThat(api.get(PATH + "/our-birds").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"query\": \"a\", \"format\": \"xml\"}",
                "{\"query\": \"a\", \"messages\": 51}",
                "{\"query\": \"a\", \"maxTokens\": 0}",
                "{\"query\": \"a\", \"only\": [1]}",
                "{\"query\": \"a\", \"only\": {}}"
            })
    void unusableBodiesAre400(String body) {
        assertThat(api.post(PATH, body).status()).isEqualTo(400);
        assertThat(api.get(PATH).json().get("packs")).isEmpty();
    }

    @Test
    void nobodyReachesThoseOfOthers() {
        sync("a", "The kingfisher dives");
        awaitFound(1, "text");
        make(BIRDS);
        String foreign = Synced.read(api, "a").session().get("id").asText();
        ApiClient stranger = OtherAccount.client(server, "SYNC,READ");

        assertThat(stranger.get(PATH).json().get("packs")).isEmpty();
        assertThat(stranger.get(PATH + "/our-birds").status()).isEqualTo(404);
        assertThat(SavedSearchIT.send(stranger, "POST", PATH + "/our-birds/refresh", "")
                        .status())
                .isEqualTo(404);
        assertThat(SavedSearchIT.send(stranger, "PATCH", PATH + "/our-birds", "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(SavedSearchIT.send(stranger, "DELETE", PATH + "/our-birds", "")
                        .status())
                .isEqualTo(404);
        JsonNode own = stranger.post(PATH, BIRDS.replace("}", ", \"only\": [\"" + foreign + "\"]}"))
                .json();
        assertThat(own.get("sessionCount").asInt()).isZero();
        assertThat(read("our-birds", "").get("sessionCount").asInt()).isEqualTo(1);
    }

    @Test
    void readersReadButDoNotMake() {
        ApiClient reader = OtherAccount.client(server, "READ");

        assertThat(reader.get(PATH).status()).isEqualTo(200);
        assertThat(reader.post(PATH, BIRDS).status()).isEqualTo(403);
        assertThat(SavedSearchIT.send(reader, "POST", PATH + "/x/refresh", "").status())
                .isEqualTo(403);
        assertThat(OtherAccount.client(server, "SYNC").get(PATH + "/x").status())
                .isEqualTo(403);
        assertThat(server.anonymous().get(PATH + "/x").status()).isEqualTo(401);
    }

    private void sync(String id, String text) {
        ApiResponse answer = api.post("/sync/batch", """
                {"sessions": [{"externalId": "ID", "title": "Session ID"}], "messages": [
                  {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "TEXT"},
                  {"sessionExternalId": "ID", "externalId": "m2", "role": "assistant", "textContent": "Noted"}]}
                """.replace("ID", id).replace("TEXT", text));
        assertThat(answer.json().get("errors")).isEmpty();
    }

    /** What the search of the packs here finds, once it finds so many sessions. */
    private JsonNode awaitFound(int sessions, String format) {
        return await().until(
                        () -> api.get("/api/context?q=kingfisher&type=fulltext&around=hit&maxTokens=8000&format="
                                        + format)
                                .json(),
                        answer -> answer.path("sessionCount").asInt() == sessions);
    }

    private JsonNode make(String body) {
        ApiResponse answer = api.post(PATH, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode read(String id, String parameters) {
        ApiResponse answer = api.get(PATH + "/" + id + "?" + parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
