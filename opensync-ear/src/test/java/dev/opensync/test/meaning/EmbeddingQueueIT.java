package dev.opensync.test.meaning;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.Folders;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import dev.opensync.test.meaning.EmbeddingStub.Asked;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is embedded when, by an endpoint that counts. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddingQueueIT {

    private static final String KEY = "osk_embeddingTestsAdministrator00000000000000";
    private static final int SESSIONS = 120;

    /** At most so many texts are asked for before they are stored. */
    private static final int SLICE = 40;

    /** They are asked for by searching too. */
    private static final int EVERY_SO_MANY = 7;

    private static final int QUERIES = SESSIONS / EVERY_SO_MANY + 1;
    private static final int ENOUGH = 1_000_000;

    private final EmbeddingStub endpoint = new EmbeddingStub();
    private final TestServers servers;

    EmbeddingQueueIT(TestServers servers) throws IOException {
        this.servers = servers;
    }

    @AfterAll
    void close() {
        endpoint.close();
    }

    @Test
    void eachTextIsEmbeddedOncePerModel() throws SQLException {
        OpenSyncServer server = servers.fresh("meaning", settings("first"));
        ApiClient api = server.client().withToken(KEY);
        // One to be told the number of components.
        endpoint.allow(1 + 6);
        sync(api);
        await().until(() -> endpoint.asked().size() > SLICE);

        server.kill();
        Folders.empty(server.directory().resolve("data/index"));
        endpoint.allow(ENOUGH);
        server.restart();

        awaitAllFound(api);
        assertThat(asked(text -> text.model().equals("first") && text.text().startsWith("text")))
                .hasSizeLessThanOrEqualTo(SESSIONS + SLICE + QUERIES);
        assertThat(asked(text -> text.text().equals("Same words in every session")))
                .hasSizeBetween(1, 2);

        server.close();
        OpenSyncServer changed = servers.beside("meaning-changed", server, settings("second"));

        awaitAllFound(changed.client().withToken(KEY));
        assertThat(asked(text -> text.model().equals("second") && text.text().startsWith("text")))
                .hasSize(SESSIONS + QUERIES);
        await().until(() -> count(changed, "SELECT COUNT(*) FROM embedding_model") == 1);
        assertThat(count(
                        changed,
                        "SELECT COUNT(*) FROM embedding WHERE model_id NOT IN (SELECT id FROM embedding_model)"))
                .isZero();
        assertThat(count(changed, "SELECT COUNT(*) FROM search_index WHERE name LIKE 'meaning-%'"))
                .isEqualTo(1);
    }

    private Map<String, String> settings(String model) {
        return Map.of(
                "OPENSYNC_INIT_EMAIL",
                "admin@example.org",
                "OPENSYNC_INIT_PASSWORD",
                "correct horse battery staple",
                "OPENSYNC_INIT_API_KEY",
                KEY,
                "OPENSYNC_EMBEDDING_URL",
                endpoint.url(),
                "OPENSYNC_EMBEDDING_MODEL",
                model);
    }

    private static void sync(ApiClient api) {
        String sessions = String.join(
                ",",
                IntStream.range(0, SESSIONS).mapToObj(i -> """
                                {"externalId": "s%d", "title": "Same words in every session", "source": "pi"}""".formatted(i)).toList());
        String messages = String.join(
                ",",
                IntStream.range(0, SESSIONS)
                        .mapToObj(i -> """
                                {"sessionExternalId": "s%d", "externalId": "m", "role": "user", "textContent": "%s"}""".formatted(i, text(i)))
                        .toList());
        ApiResponse answer =
                api.post("/sync/batch", "{\"sessions\": [" + sessions + "], \"messages\": [" + messages + "]}");
        assertThat(answer.json().get("errors")).isEmpty();
    }

    private static String text(int number) {
        return "text number" + number;
    }

    private static void awaitAllFound(ApiClient api) {
        for (int i = 0; i < SESSIONS; i += EVERY_SO_MANY) {
            String session = "s" + i;
            String path = "/api/search?limit=1&type=semantic&q=" + URLEncoder.encode(text(i), StandardCharsets.UTF_8);
            await().until(() -> {
                ApiResponse answer = api.get(path);
                return "100%".equals(answer.header("X-Search-Meaning"))
                        && answer.json().at("/results/0/externalId").asText().equals(session);
            });
        }
    }

    private List<Asked> asked(Predicate<Asked> wanted) {
        return endpoint.asked().stream().filter(wanted).toList();
    }

    private static long count(OpenSyncServer server, String sql) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
