package dev.opensync.test.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.Folders;
import dev.opensync.harness.MariaDbServer;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.test.api.Sums;
import dev.opensync.test.api.Synced;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An answer of 200 is a promise: what was acknowledged is there after SIGKILL in the middle of the load. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DurabilityIT {

    private static final String KEY = "osk_durabilityTestsAdministrator000000000000";
    private static final int ENOUGH = 300;
    private static final int EVERY_SO_MANY = 10;

    private MariaDbServer database;
    private OpenSyncServer server;
    private ApiClient api;

    @BeforeAll
    void start() {
        database = MariaDbServer.start("durability");
        server = OpenSyncServer.start(
                "durability",
                database.schema("durability"),
                Map.of(
                        "OPENSYNC_INIT_EMAIL", "admin@example.org",
                        "OPENSYNC_INIT_PASSWORD", "correct horse battery staple",
                        "OPENSYNC_INIT_API_KEY", KEY));
        api = server.client().withToken(KEY);
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    @Test
    void everythingAcknowledgedOutlivesAKilledServer() throws Exception {
        Load load = Load.start(api);
        await().atMost(Duration.ofMinutes(2)).until(() -> load.acknowledged() > ENOUGH);

        server.kill();
        load.stop();
        server.restart();

        assertAllThere(load);
    }

    @Test
    void everythingAcknowledgedOutlivesAKilledDatabase() throws Exception {
        Load load = Load.start(api);
        await().atMost(Duration.ofMinutes(2)).until(() -> load.acknowledged() > ENOUGH);

        database.kill();
        load.stop();
        database.restart();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> api.get("/api/sessions?limit=1").status() == 200);

        assertAllThere(load);
    }

    @Test
    void everythingAcknowledgedIsFoundAfterAKilledServer() throws Exception {
        Load load = Load.start(api);
        await().atMost(Duration.ofMinutes(2)).until(() -> load.acknowledged() > ENOUGH);

        server.kill();
        load.stop();
        server.restart();

        assertAllFound(load);
    }

    @Test
    void lostIndexIsBuiltAnew() throws Exception {
        Load load = Load.start(api);
        await().atMost(Duration.ofMinutes(2)).until(() -> load.acknowledged() > ENOUGH);
        load.stop();

        server.kill();
        Folders.empty(server.directory().resolve("data/index"));
        server.restart();

        assertAllFound(load);
    }

    @Test
    void indexLostWhileTheServerRunsIsBuiltAnew() throws Exception {
        Load load = Load.start(api);
        await().atMost(Duration.ofMinutes(2)).until(() -> load.acknowledged() > ENOUGH);
        load.stop();
        assertAllFound(load);

        Folders.emptyInUse(server.directory().resolve("data/index"));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(server.directory().resolve("data/index/message/index.name")));
        assertAllFound(load);
    }

    @Test
    void failuresAreJsonWhileTheDatabaseIsAway() {
        assertThat(api.get("/api/sessions?limit=1").status()).isEqualTo(200);
        database.kill();
        try {
            assertThat(Stream.of(
                                    "/api/sessions",
                                    "/api/sessions/x",
                                    "/api/sessions/get?id=x",
                                    "/api/export?id=x",
                                    "/api/stats",
                                    "/api/me",
                                    "/api/access-log",
                                    "/sync/sessions/list")
                            .map(api::get))
                    .allSatisfy(DurabilityIT::assertFailure);
            assertFailure(api.post("/sync/session", "{\"externalId\": \"away\"}"));
            assertFailure(api.post(
                    "/api/mutation",
                    "{\"path\": \"sync:recordEvent\", \"args\": {\"payload\": {\"sessionId\": \"away\"}}}"));
            assertThat(api.get("/health").status()).isEqualTo(200);
        } finally {
            database.restart();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> api.get("/api/sessions?limit=1").status() == 200);
        }
    }

    private void assertAllFound(Load load) {
        List<String> wanted = load.textsBySession().values().stream()
                .flatMap(texts -> texts.values().stream())
                .toList();
        for (int i = 0; i < wanted.size(); i += EVERY_SO_MANY) {
            String phrase = '"' + wanted.get(i).strip() + '"';
            String path = "/api/search?q=" + URLEncoder.encode(phrase, StandardCharsets.UTF_8);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> api.get(path).json().path("results").size() == 1);
        }
    }

    private static void assertFailure(ApiResponse answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().get("error").asText()).isNotEmpty();
    }

    private void assertAllThere(Load load) {
        load.textsBySession().forEach((session, textById) -> {
            Synced stored = Synced.read(api, session);
            Set<String> missing = new TreeSet<>(textById.keySet());
            for (JsonNode message : stored.messages()) {
                String id = message.get("externalId").asText();
                if (message.get("textContent").asText().equals(textById.get(id))) {
                    missing.remove(id);
                }
            }
            assertThat(missing).as("acknowledged messages of %s", session).isEmpty();
            assertThat(stored.session().get("messageCount").asInt())
                    .isEqualTo(stored.messages().size());
        });
        Sums sums = Sums.of(api);
        JsonNode stats = api.get("/api/stats").json();
        assertThat(stats.get("sessionCount").asLong()).isEqualTo(sums.sessions());
        assertThat(stats.get("messageCount").asLong()).isEqualTo(sums.messages());
        assertThat(stats.get("totalTokens").asLong()).isEqualTo(sums.tokens());
    }
}
