package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Administrators have the search index built anew. */
@SystemTest
@Tag("database")
class SearchRebuildIT {

    private static final int MANY = 20_000;
    private static final int REQUESTS = 7;

    /** Of an account that already has one; nobody is told of them. */
    private static final String MANY_SESSIONS = """
            INSERT INTO coding_session
                (public_id, account_id, external_id, source, source_given, created_ms, created_given, updated_ms, synced_ms)
            WITH RECURSIVE hundreds (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM hundreds WHERE n < 199)
            SELECT LEFT(SHA2(CONCAT('many-', number), 256), 32), (SELECT MIN(id) FROM account), CONCAT('many-', number), 'pi', TRUE, 1, TRUE, 1, 1
            FROM (SELECT a.n * 200 + b.n AS number FROM hundreds a CROSS JOIN hundreds b) numbers
            WHERE number < %d
            """;

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
        await().untilAsserted(() -> {
            JsonNode index = here();
            assertThat(index.get("rebuildOrdered").asBoolean()).isFalse();
            assertThat(index.get("complete").asBoolean()).isTrue();
            assertThat(index.get("percent").asInt()).isEqualTo(100);
        });
        awaitFound(1);
    }

    @Test
    void lookingReadsNoMoreForManySessionsThanForFew() throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            long few = leastRowsRead(statement);
            statement.executeUpdate(MANY_SESSIONS.formatted(MANY));
            try {
                assertThat(leastRowsRead(statement)).isLessThan(few + MANY / 2);
            } finally {
                statement.executeUpdate("DELETE FROM coding_session WHERE external_id LIKE 'many-%'");
            }
        }
    }

    @Test
    void progressOfAnIndexIsEstimatedFromTheSessionItHasComeTo() throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(MANY_SESSIONS.formatted(MANY));
            statement.executeUpdate("""
                    INSERT INTO search_index (name, format, rebuild_after, rebuild_started_ms, owner, owned_until_ms)
                    SELECT 'elsewhere', 1, ROUND((MIN(id) + MAX(id)) / 2), 1, '', 0 FROM coding_session
                    """);
            try {
                JsonNode index = ofNobody();
                assertThat(index.get("percent").asInt()).isBetween(45, 55);
                assertThat(index.get("sessions").asInt()).isBetween(MANY / 2, MANY * 2);
                assertThat(index.get("sessionsDone").asInt()).isBetween(MANY / 4, MANY);
            } finally {
                statement.executeUpdate("DELETE FROM coding_session WHERE external_id LIKE 'many-%'");
                removeElsewhere(statement);
            }
        }
    }

    @Test
    void changesThatWaitAreCountedUpToTenThousand() throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO search_index (name, format, owner, owned_until_ms) VALUES ('elsewhere', 1, '', 0)
                    """);
            try {
                statement.executeUpdate("""
                        INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence)
                        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 900),
                            few (n) AS (SELECT n FROM numbers WHERE n <= 12)
                        SELECT search_index.id, 0, 0, 0 FROM search_index CROSS JOIN numbers CROSS JOIN few
                        WHERE name = 'elsewhere'
                        """);
                assertThat(ofNobody().get("tasksWaiting").asInt()).isEqualTo(10_000);
            } finally {
                removeElsewhere(statement);
            }
        }
    }

    /** The server also reads by itself now and then; the least of some is what looking takes. */
    private long leastRowsRead(Statement statement) throws SQLException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < REQUESTS; i++) {
            long before = rowsRead(statement);
            assertThat(server.admin().get("/api/admin/search").status()).isEqualTo(200);
            least = Math.min(least, rowsRead(statement) - before);
        }
        return least;
    }

    private static long rowsRead(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "SHOW GLOBAL STATUS WHERE Variable_name IN ('Handler_read_next', 'Handler_read_rnd_next')")) {
            long rows = 0;
            while (found.next()) {
                rows += found.getLong(2);
            }
            return rows;
        }
    }

    private static void removeElsewhere(Statement statement) throws SQLException {
        statement.executeUpdate(
                "DELETE FROM search_task WHERE index_id = (SELECT id FROM search_index WHERE name = 'elsewhere')");
        statement.executeUpdate("DELETE FROM search_index WHERE name = 'elsewhere'");
    }

    /** An index that no server feeds. */
    private JsonNode ofNobody() {
        for (JsonNode index : server.admin().get("/api/admin/search").json().get("indexes")) {
            if (!index.get("fed").asBoolean()) {
                return index;
            }
        }
        throw new AssertionError("No index without a server");
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
        await().until(() ->
                api.get("/api/search?q=harvest").json().path("results").size() == results);
    }
}
