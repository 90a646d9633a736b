package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.usage.UsageRebuild;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What owners change of their sessions, and deleting them; each test has a person of its own. */
@SystemTest
@Tag("database")
class SessionEditIT {

    private static final String NIGHT = "/api/sessions/night";

    private final TestServer server;
    private final ApiClient api;

    SessionEditIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void titleOfTheOwnerStandsWhateverTheToolSends() {
        sync(ReadingIT.NIGHT);

        ApiResponse answer = send(api, "PATCH", NIGHT, "{\"title\": \"  Mine: <the> login \"}");
        sync("{\"sessions\": [{\"externalId\": \"night\", \"title\": \"Of the tool\", \"source\": \"pi\"}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("ok").asBoolean()).isTrue();
        assertThat(answer.json().get("sessionId")).isEqualTo(session().get("id"));
        assertThat(session().get("title").asText()).isEqualTo("Mine: <the> login");
        assertThat(api.get("/api/sessions").json().at("/sessions/0/title").asText())
                .isEqualTo("Mine: <the> login");
        assertThat(api.get("/api/export?id=night&format=markdown").body()).startsWith("# Mine: <the> login\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void withoutAnOwnTitleTheLatestOfTheToolShows(String noTitle) {
        sync(ReadingIT.NIGHT);
        send(api, "PATCH", NIGHT, "{\"title\": \"Mine\"}");
        sync("{\"sessions\": [{\"externalId\": \"night\", \"title\": \"Of the tool\", \"source\": \"pi\"}]}");

        send(api, "PATCH", NIGHT, "{\"title\": " + noTitle + "}");

        assertThat(session().get("title").asText()).isEqualTo("Of the tool");
    }

    @Test
    void searchKnowsTheNewTitleAndTheChoice() {
        sync(ReadingIT.NIGHT);
        awaitFound("login", 1);

        send(api, "PATCH", NIGHT, "{\"title\": \"Bakery\", \"evalReady\": true}");

        awaitFound("bakery", 1);
        awaitFound("login", 0);
        awaitFound("fails is:eval", 1);
        assertThat(session().get("evalReady").asBoolean()).isTrue();

        send(api, "PATCH", NIGHT, "{\"evalReady\": false}");

        awaitFound("fails is:eval", 0);
        assertThat(session().get("title").asText()).isEqualTo("Bakery");
    }

    @Test
    void theSameAgainChangesNothing() {
        sync(ReadingIT.NIGHT);
        send(api, "PATCH", NIGHT, "{\"title\": \"Mine\"}");
        JsonNode before = session();

        send(api, "PATCH", NIGHT, "{\"title\": \"Mine\", \"evalReady\": false}");

        assertThat(session()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"titel\": \"x\"}",
                "{\"title\": 1}",
                "{\"title\": [\"x\"]}",
                "{\"evalReady\": null}",
                "{\"evalReady\": \"true\"}",
                "{\"title\": \"x\", \"isPublic\": true}"
            })
    void unusableBodiesAre400AndChangeNothing(String body) {
        sync(ReadingIT.NIGHT);
        JsonNode before = session();

        ApiResponse answer = send(api, "PATCH", NIGHT, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isNotEmpty();
        assertThat(session()).isEqualTo(before);
    }

    @Test
    void titlesAreTakenUpToTheirGreatestLength() {
        sync(ReadingIT.NIGHT);
        String longest = "😀".repeat(4096);

        assertThat(send(api, "PATCH", NIGHT, "{\"title\": \"" + longest + "x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(send(api, "PATCH", NIGHT, "{\"title\": \"" + longest + "\"}").status())
                .isEqualTo(200);
        assertThat(session().get("title").asText()).isEqualTo(longest);
    }

    @Test
    void deletedSessionIsGoneFromEverywhere() throws SQLException {
        sync(ReadingIT.NIGHT);
        awaitFound("login", 1);
        String id = session().get("id").asText();

        ApiResponse answer = api.send("DELETE", NIGHT, BodyPublishers.noBody(), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("sessionId").asText()).isEqualTo(id);
        assertThat(api.get(NIGHT).status()).isEqualTo(404);
        assertThat(api.get("/api/sessions/" + id).status()).isEqualTo(404);
        assertThat(api.get("/api/sessions").json().get("sessions")).isEmpty();
        assertThat(api.get("/sync/sessions/list").json().get("sessionIds")).isEmpty();
        assertThat(api.get("/api/stats").json().get("sessionCount").asInt()).isZero();
        assertThat(sums()).isEmpty();
        awaitFound("login", 0);
        awaitFound("fails", 0);
        assertThat(api.send("DELETE", NIGHT, BodyPublishers.noBody(), Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void reportsAfterDeletionMakeANewSession() {
        sync(ReadingIT.NIGHT);
        String id = session().get("id").asText();
        api.send("DELETE", "/api/sessions/" + id, BodyPublishers.noBody(), Map.of());

        sync("{\"messages\": [{\"sessionExternalId\": \"night\", \"externalId\": \"m3\", \"role\": \"user\"}]}");

        assertThat(session().get("id").asText()).isNotEqualTo(id);
        assertThat(session().get("messageCount").asInt()).isEqualTo(1);
        assertThat(Synced.read(api, "night").order()).containsExactly("m3");
    }

    @Test
    void sumsStayRightWhileSessionsAreReportedAndDeletedAtOnce() throws SQLException {
        CompletableFuture<Void> reports = CompletableFuture.runAsync(() ->
                IntStream.range(0, 60).forEach(i -> sync(ReadingIT.NIGHT.replace("1200", "" + (1200 + i)))));
        while (!reports.isDone()) {
            int status =
                    api.send("DELETE", NIGHT, BodyPublishers.noBody(), Map.of()).status();
            assertThat(status).isIn(200, 404);
        }
        reports.join();
        sync(ReadingIT.NIGHT);

        Set<String> rolledUp = sums();
        rebuild();

        assertThat(rolledUp).isNotEmpty().isEqualTo(sums());
    }

    @Test
    void readersMayNeitherChangeNorDelete() {
        ApiClient reader = OtherAccount.client(server, "READ");

        assertThat(send(reader, "PATCH", NIGHT, "{\"title\": \"x\"}").status()).isEqualTo(403);
        assertThat(reader.send("DELETE", NIGHT, BodyPublishers.noBody(), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void sessionsOfOthersAreNotThere() {
        sync(ReadingIT.NIGHT);
        JsonNode before = session();
        ApiClient stranger = OtherAccount.client(server, "SYNC,READ");

        for (String id : new String[] {"night", before.get("id").asText()}) {
            String path = "/api/sessions/" + id;
            assertThat(send(stranger, "PATCH", path, "{\"title\": \"x\"}").status())
                    .isEqualTo(404);
            assertThat(stranger.send("DELETE", path, BodyPublishers.noBody(), Map.of())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(session()).isEqualTo(before);
    }

    static ApiResponse send(ApiClient client, String method, String path, String body) {
        return client.send(method, path, BodyPublishers.ofString(body), Map.of("Content-Type", "application/json"));
    }

    private JsonNode session() {
        return Synced.read(api, "night").session();
    }

    private void sync(String batch) {
        ApiResponse answer = api.post("/sync/batch", batch);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
    }

    private void awaitFound(String query, int count) {
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        await().untilAsserted(() -> assertThat(
                        api.get("/api/search?q=" + encoded).json().path("results"))
                .hasSize(count));
    }

    private Set<String> sums() {
        return StoredSums.of(server.database(), accountId());
    }

    private void rebuild() throws SQLException {
        try (Connection connection = server.database().connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            new UsageRebuild(connection).rebuild(accountId());
            connection.commit();
        }
    }

    private long accountId() {
        return Long.parseLong(api.get("/api/me").json().get("id").asText());
    }
}
