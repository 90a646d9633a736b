package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents are reminded of; each test has a person of its own. */
@SystemTest
@Tag("database")
class ContextIT {

    /** Twelve messages, the third of them about a kingfisher and the last but one a tool's. */
    private static final String LONG = messages();

    private final TestServer server;
    private final ApiClient api;

    ContextIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void textHasTheLayoutThatClientsKnow() {
        sync(ReadingIT.NIGHT);

        JsonNode answer = awaitSessions("q=login", 1);

        assertThat(answer.get("text").asText()).isEqualTo("""
                Relevant coding sessions for: "login"

                --- Session: Fix the Login ---
                Project: /home/a/shop
                Model: claude-sonnet-4

                [USER]
                It "fails" 😀

                [ASSISTANT]
                one
                two


                """);
        assertThat(answer.has("messages")).isFalse();
        assertThat(answer.get("truncated").asBoolean()).isFalse();
    }

    @Test
    void almostNothingKnownOfASessionHasPlaceholders() {
        sync("{\"messages\": [{\"sessionExternalId\": \"bare\", \"externalId\": \"m\", \"role\": \"tool\","
                + " \"textContent\": \"kingfisher\"}]}");

        assertThat(awaitSessions("q=kingfisher", 1).get("text").asText())
                .contains("--- Session: Untitled ---\nProject: N/A\nModel: N/A\n\n[TOOL]\nkingfisher\n\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "anything"})
    void everyOtherFormatIsMessages(String format) {
        sync(ReadingIT.NIGHT);
        String id = Synced.read(api, "night").session().get("id").asText();

        JsonNode answer = awaitSessions("q=login&format=" + format, 1);

        assertThat(answer.has("text")).isFalse();
        assertThatJson(answer.get("messages").toString()).isEqualTo("""
                [{"role": "user", "content": "It \\"fails\\" 😀",
                  "metadata": {"sessionId": "ID", "sessionTitle": "Fix the Login"}},
                 {"role": "assistant", "content": "one\\ntwo",
                  "metadata": {"sessionId": "ID", "sessionTitle": "Fix the Login"}}]""".replace("ID", id));
    }

    @Test
    void lastTenMessagesOfASessionAreTaken() {
        sync(LONG);

        JsonNode answer = awaitSessions("q=kingfisher&format=messages", 1);

        assertThat(contents(answer))
                .containsExactly(
                        "kingfisher",
                        "text 4",
                        "text 5",
                        "text 6",
                        "text 7",
                        "text 8",
                        "text 9",
                        "text 10",
                        "",
                        "text 12");
    }

    @Test
    void messagesAroundTheHitSkipThoseThatSayNothing() {
        sync(LONG);

        assertThat(contents(awaitSessions("q=kingfisher&format=messages&type=fulltext&around=hit&messages=4", 1)))
                .containsExactly("text 2", "kingfisher", "text 4", "text 5");
        assertThat(contents(awaitSessions("q=kingfisher&format=messages&messages=3", 1)))
                .containsExactly("text 9", "text 10", "text 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "messages", "markdown", "xml"})
    void budgetOfTokensIsKept(String format) {
        sync(LONG.replace("text 12", "a long answer ".repeat(400)));
        awaitSessions("q=kingfisher", 1);

        for (int maxTokens : new int[] {1, 60, 200, 900}) {
            JsonNode answer = context("q=kingfisher&format=" + format + "&maxTokens=" + maxTokens)
                    .json();

            assertThat(answer.get("tokens").asInt()).isLessThanOrEqualTo(maxTokens);
            assertThat(answer.get("truncated").asBoolean()).isTrue();
        }
        assertThat(context("q=kingfisher&messages=50&maxTokens=100000&format=" + format)
                        .json()
                        .get("truncated")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void markdownAndXmlAreText() {
        sync(LONG);

        assertThat(awaitSessions("q=kingfisher&format=markdown", 1).get("text").asText())
                .startsWith("# Earlier sessions about: kingfisher\n\n## [Birds](<" + server.baseUrl() + "/session?id=")
                .contains("### User\n\n> kingfisher\n\n");
        assertThat(awaitSessions("q=kingfisher&format=xml", 1).get("text").asText())
                .startsWith("<context query=\"kingfisher\">\n<session id=\"")
                .contains("<message role=\"user\"><![CDATA[kingfisher]]></message>")
                .endsWith("</session>\n</context>\n");
    }

    @Test
    void citationsSayWhereItComesFrom() {
        sync(LONG);
        Synced stored = Synced.read(api, "long");
        String id = stored.session().get("id").asText();
        JsonNode first = stored.message("m2");

        JsonNode answer = awaitSessions("q=kingfisher&type=fulltext&around=hit&messages=3", 1);

        assertThatJson(answer.get("citations").toString()).isEqualTo("""
                [{"sessionId": "ID", "externalId": "long", "title": "Birds",
                  "messageRange": {"first": "ID-2", "last": "ID-4"},
                  "link": "BASE/session?id=ID&after=TIME-1#m-2"}]""".replace("ID", id)
                .replace("BASE", server.baseUrl().toString())
                .replace("TIME", first.get("createdAt").asText()));
    }

    @Test
    void filtersAndLimitNarrowTheSessions() {
        sync(ReadingIT.NIGHT);
        sync(ReadingIT.NIGHT.replace("night", "day").replace("shop", "bakery"));
        awaitSessions("q=login&type=fulltext", 2);

        assertThat(awaitSessions("q=login&type=fulltext&project=bakery", 1)
                        .at("/citations/0/externalId")
                        .asText())
                .isEqualTo("day");
        awaitSessions("q=login&type=fulltext&limit=1", 1);
    }

    @Test
    void onlyChosenSessionsAreTakenOfThoseThatAreFound() {
        sync(ReadingIT.NIGHT);
        sync(ReadingIT.NIGHT.replace("night", "day"));
        awaitSessions("q=login&type=fulltext", 2);
        String day = Synced.read(api, "day").session().get("id").asText();

        JsonNode answer = awaitSessions("q=login&type=fulltext&only=" + day + ",unknown," + day, 1);

        assertThat(answer.at("/citations/0/externalId").asText()).isEqualTo("day");
        awaitSessions("q=login&type=fulltext&only=none", 0);
        awaitSessions("q=login&type=fulltext&only=", 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=",
                "q=a&limit=none",
                "q=a&limit=0",
                "q=a&messages=0",
                "q=a&maxTokens=0",
                "q=a&maxTokens=many",
                "q=a&around=middle",
                "q=a&type=magic",
                "q=a&role=boss"
            })
    void badParametersAreNamed(String parameters) {
        ApiResponse answer = context(parameters);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isNotEmpty();
    }

    @Test
    void missingQueryIsToldAsEver() {
        assertThatJson(context("limit=3").body()).node("error").isEqualTo("Missing query parameter 'q'");
    }

    @Test
    void nothingFoundIsAnEmptyContext() {
        JsonNode answer = context("q=kingfisher").json();

        assertThat(answer.get("text").asText()).isEqualTo("Relevant coding sessions for: \"kingfisher\"\n\n");
        assertThat(answer.get("sessionCount").asInt()).isZero();
        assertThat(answer.get("citations")).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfSessionsOfOthers() {
        sync(LONG);
        awaitSessions("q=kingfisher", 1);

        ApiResponse answer = OtherAccount.client(server, "READ").get("/api/context?q=kingfisher");

        assertThat(answer.json().get("sessionCount").asInt()).isZero();
        assertThat(OtherAccount.client(server, "SYNC")
                        .get("/api/context?q=kingfisher")
                        .status())
                .isEqualTo(403);
    }

    private static String messages() {
        List<String> messages = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            String body = i == 11
                    ? "\"parts\": [{\"type\": \"tool-call\", \"content\": {\"toolName\": \"Bash\"}}]"
                    : "\"textContent\": \"" + (i == 3 ? "kingfisher" : "text " + i) + "\"";
            messages.add("{\"sessionExternalId\": \"long\", \"externalId\": \"m" + i + "\", \"role\": \"user\", " + body
                    + "}");
        }
        return "{\"sessions\": [{\"externalId\": \"long\", \"title\": \"Birds\"}], \"messages\": ["
                + String.join(",", messages) + "]}";
    }

    private static List<String> contents(JsonNode answer) {
        return StreamSupport.stream(answer.get("messages").spliterator(), false)
                .map(message -> message.get("content").asText())
                .toList();
    }

    private void sync(String batch) {
        ApiResponse answer = api.post("/sync/batch", batch);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
    }

    private JsonNode awaitSessions(String parameters, int count) {
        return await().until(
                        () -> context(parameters).json(),
                        answer -> answer.path("sessionCount").asInt() == count);
    }

    private ApiResponse context(String parameters) {
        return api.get("/api/context?" + parameters);
    }
}
