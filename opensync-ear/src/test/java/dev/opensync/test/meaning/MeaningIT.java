package dev.opensync.test.meaning;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.OtherAccount;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the model inside the server. No query here shares a word with what it finds, unless a test says so. */
@SystemTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeaningIT {

    private static final int SESSIONS = 5;

    private static final String TALK = """
            {"sessions": [{"externalId": "login", "title": "Sessions end early", "projectName": "shop", "source": "pi"},
                          {"externalId": "bill", "title": "Invoices", "projectName": "shop", "source": "pi"},
                          {"externalId": "image", "title": "Dockerfile", "projectName": "tools", "source": "pi"},
                          {"externalId": "bill2", "title": "Receipts", "projectName": "tools", "source": "cursor"},
                          {"externalId": "long", "title": "Notes", "projectName": "tools", "source": "cursor"}],
             "messages": [
               {"sessionExternalId": "login", "externalId": "1", "role": "user",
                "textContent": "Users get signed out every few minutes, the token is not renewed"},
               {"sessionExternalId": "login", "externalId": "2", "role": "assistant",
                "textContent": "The refresh call fails because the clock of the phone is wrong."},
               {"sessionExternalId": "bill", "externalId": "1", "role": "user",
                "textContent": "The sum of the rows in the bill differs from its total by one cent"},
               {"sessionExternalId": "bill", "externalId": "2", "role": "assistant",
                "textContent": "Floating point arithmetic; use decimals for money."},
               {"sessionExternalId": "image", "externalId": "1", "role": "user",
                "textContent": "The image takes ten minutes to build"},
               {"sessionExternalId": "image", "externalId": "2", "role": "assistant",
                "textContent": "Copy the lock file first, so that dependencies stay cached in a layer."},
               {"sessionExternalId": "bill2", "externalId": "1", "role": "user",
                "textContent": "The printed total of the bill is one cent too low"},
               {"sessionExternalId": "long", "externalId": "1", "role": "assistant", "textContent": "%s"}]}
            """.formatted(
                    "The gardener waters roses, tulips and lilies in the morning. ".repeat(60)
                            + "A cat is asleep on the warm roof of a car.");

    private final TestServer server;
    private final ApiClient api;

    MeaningIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @BeforeAll
    void syncAndAwait() {
        sync(TALK);
        await().until(() -> ids(search("anything", "semantic", "")).size() == SESSIONS
                && ids(search("a kitten naps on a vehicle", "semantic", "")).indexOf("long") == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "people are logged off all day, login",
        "slow container pipeline, image",
        "a kitten naps on a vehicle, long"
    })
    void paraphraseFindsItsSession(String query, String session) {
        ApiResponse answer = search(query, "semantic", "");

        assertThat(answer.header("X-Search-Type")).isEqualTo("semantic");
        assertThat(ids(answer)).first().isEqualTo(session);
    }

    @Test
    void resultShowsThePassage() {
        JsonNode found =
                search("people are logged off all day", "semantic", "").json().at("/results/0");

        assertThat(found.get("messageId").asText()).isEqualTo(found.get("id").asText() + "-1");
        assertThat(found.at("/matchedIn/0").asText()).isEqualTo("meaning");
        assertThat(found.get("snippetText").asText())
                .startsWith("Users get signed out")
                .contains("refresh call");
        assertThat(found.get("snippetRanges")).isEmpty();
        assertThat(found.get("score").asDouble()).isPositive();
    }

    @Test
    void filtersHoldForAll() {
        assertThat(ids(search("rounding error in accounting project:tools", "semantic", "")))
                .startsWith("bill2")
                .containsExactlyInAnyOrder("bill2", "image", "long");
        assertThat(ids(search("rounding error in accounting", "semantic", "&source=pi&project=shop")))
                .containsExactly("bill", "login");
        assertThat(ids(search("rounding error in accounting role:assistant source:pi", "semantic", "")))
                .startsWith("bill")
                .doesNotContain("bill2");
        assertThat(ids(search("rounding error in accounting after:2100-01-01", "semantic", "")))
                .isEmpty();
    }

    @Test
    void phrasesAndExcludedWordsHoldForPassages() {
        assertThat(ids(search("rounding error in accounting \"one cent\"", "semantic", "")))
                .containsExactlyInAnyOrder("bill", "bill2");
        assertThat(ids(search("rounding error in accounting \"one cent\" -printed", "semantic", "")))
                .containsExactly("bill");
    }

    @Test
    void nobodyFindsSessionsOfOthers() {
        ApiClient other = OtherAccount.client(server, "READ");

        for (String type : List.of("semantic", "hybrid")) {
            ApiResponse answer = other.get("/api/search?q=people+are+logged+off&type=" + type);
            assertThat(answer.header("X-Search-Type")).isEqualTo(type);
            assertThat(answer.json().get("results")).isEmpty();
        }
    }

    @Test
    void hybridFindsByWordsAndByMeaning() {
        ApiResponse answer = search("decimals arithmetic accounting", "hybrid", "");

        assertThat(answer.header("X-Search-Type")).isEqualTo("hybrid");
        assertThat(ids(answer)).startsWith("bill").contains("bill2").doesNotHaveDuplicates();
        assertThat(answer.json().at("/results/0/snippet").asText()).contains("<em>arithmetic</em>");
    }

    @ParameterizedTest
    @CsvSource({"semantic", "hybrid"})
    void pagesFollowEachOtherWithoutGapsAndRepeats(String type) {
        List<String> all = ids(search("one cent too low", type, ""));
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            ApiResponse page = search("one cent too low", type, "&limit=2&cursor=" + cursor);
            paged.addAll(ids(page));
            cursor = page.json().path("nextCursor").asText();
        } while (!cursor.isEmpty());

        assertThat(paged).hasSize(SESSIONS).isEqualTo(all);
    }

    @Test
    void conditionsAloneAreAnsweredByWords() {
        ApiResponse answer = search("project:shop", "hybrid", "");

        assertThat(answer.header("X-Search-Type")).isEqualTo("fulltext");
        assertThat(ids(answer)).hasSize(2);
    }

    @Test
    void nothingIsKeptOfADeletedSession() throws SQLException {
        ApiClient own = OtherAccount.client(server, "SYNC,READ");
        own.post("/sync/message", """
                {"sessionExternalId": "secret", "externalId": "1", "role": "user", "textContent": "The vault opens at noon"}""");
        String id = own.get("/api/sessions/secret").json().at("/session/id").asText();
        long row = sessionRow(id);
        await().until(() -> own.get("/api/search?q=safe&type=semantic")
                .json()
                .at("/results/0/id")
                .asText()
                .equals(id));

        own.send("DELETE", "/api/sessions/" + id, BodyPublishers.noBody(), Map.of());

        await().until(() -> count("SELECT COUNT(*) FROM passage WHERE session_id = ?", Long.toString(row)) == 0);
        assertThat(count(
                        "SELECT COUNT(*) FROM embedding WHERE text_hash = UNHEX(SHA2(?, 256))",
                        "The vault opens at noon"))
                .isZero();
        assertThat(own.get("/api/search?q=safe&type=semantic").json().get("results"))
                .isEmpty();
    }

    private long sessionRow(String publicId) throws SQLException {
        return count("SELECT id FROM coding_session WHERE public_id = ?", publicId);
    }

    private long count(String sql, String value) throws SQLException {
        try (Connection connection = server.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private void sync(String batch) {
        ApiResponse answer = api.post("/sync/batch", batch);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
    }

    private ApiResponse search(String query, String type, String parameters) {
        return api.get(
                "/api/search?type=" + type + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + parameters);
    }

    private static List<String> ids(ApiResponse page) {
        return StreamSupport.stream(page.json().path("results").spliterator(), false)
                .map(result -> result.get("externalId").asText())
                .toList();
    }
}
