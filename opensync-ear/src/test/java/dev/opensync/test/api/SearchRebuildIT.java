package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Administrators have the search index built anew. */
@SystemTest
@Tag("database")
class SearchRebuildIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestServer server;
    private final ApiClient api;

    SearchRebuildIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void membersMayNeitherLookNorOrder() {
        assertThat(api.get("/api/admin/search").status()).isEqualTo(403);
        assertThat(api.post("/api/admin/search/rebuild", "").status()).isEqualTo(403);
    }

    @Test
    void whatIsNoLongerStoredDisappearsAndTheRestStaysFound() throws SQLException {
        sync("rebuild-kept", "rebuilding keeps the harvest");
        sync("rebuild-lost", "rebuilding drops the harvest");
        awaitFound(2);
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("message_part", "message")) {
                statement.executeUpdate("DELETE FROM " + table + " WHERE session_id IN"
                        + " (SELECT id FROM coding_session WHERE external_id = 'rebuild-lost')");
            }
        }

        ApiResponse ordered = server.admin().post("/api/admin/search/rebuild", "");

        assertThat(ordered.status()).isEqualTo(202);
        awaitFound(1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode index = here();
            assertThat(index.get("rebuildOrdered").asBoolean()).isFalse();
            assertThat(index.get("complete").asBoolean()).isTrue();
            assertThat(index.get("percent").asInt()).isEqualTo(100);
        });
        awaitFound(1);
    }

    private JsonNode here() {
        JsonNode state = server.admin().get("/api/admin/search").json();
        assertThat(state.get("backend").asText()).isEqualTo("lucene");
        assertThat(state.get("documents").asLong()).isPositive();
        for (JsonNode index : state.get("indexes")) {
            if (index.get("here").asBoolean()) {
                return index;
            }
        }
        throw new AssertionError("No index of this server: " + state);
    }

    private void sync(String session, String text) {
        api.post("/sync/batch", """
                {"sessions": [],
                 "messages": [{"sessionExternalId": "%s", "externalId": "m", "role": "user", "textContent": "%s"}]}
                """.formatted(session, text));
    }

    private void awaitFound(int results) {
        await().atMost(PATIENCE)
                .until(() ->
                        api.get("/api/search?q=harvest").json().path("results").size() == results);
    }
}
