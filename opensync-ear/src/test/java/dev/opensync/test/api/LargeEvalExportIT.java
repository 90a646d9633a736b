package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opensync.bench.search.GeneratedSession;
import dev.opensync.bench.search.HistoryTables;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ten thousand sessions leave a server that could not hold what they say in its memory. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeEvalExportIT {

    private static final int SESSIONS = 10_000;
    private static final int PAIRS = 4;
    private static final int MEMORY_MEGABYTES = 256;
    private static final long BYTES_PER_MEGABYTE = 1 << 20;
    private static final String FILLER = " The berth is free as soon as the harbour master has signed.".repeat(24);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MARK_ALL = """
            INSERT INTO eval_mark (session_id, account_id, reviewed_ms, status, kept_messages, turn_cases, full_cases,
                final_cases, counted_ms)
            SELECT id, account_id, updated_ms, 'GOLDEN', message_count, message_count DIV 2, 1, 1, synced_ms
            FROM coding_session
            """;

    private final OpenSyncServer server;
    private final ApiClient api;

    LargeEvalExportIT(TestServers servers) {
        server = servers.fresh(
                "large_export",
                Map.of("_JAVA_OPTIONS", "-Xmx" + MEMORY_MEGABYTES + "m", "OPENSYNC_SEARCH_ENABLED", "false"));
        api = OtherAccount.client(server, "READ");
    }

    @BeforeAll
    void writeSessions() throws SQLException {
        long account = onlyAccount();
        try (HistoryTables tables = new HistoryTables(server.database(), Instant.EPOCH, Duration.ofMinutes(1))) {
            for (int number = 0; number < SESSIONS; number++) {
                tables.add(account, new GeneratedSession(number, 1, "Session " + number, texts(number)));
            }
        }
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE coding_session SET eval_ready = TRUE");
            statement.executeUpdate(MARK_ALL);
        }
    }

    @Test
    void exportThatIsLargerThanTheMemoryArrivesWhole() throws IOException {
        HttpResponse<InputStream> answer = api.stream("/api/export/evals?format=openai");
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, Integer> cases = new HashMap<>();
        long bytes = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                bytes += line.length() + 1L;
                JsonNode testCase = JSON.readTree(line);
                String session = testCase.at("/metadata/session_id").asText();
                int pair = cases.merge(session, 1, Integer::sum) - 1;
                assertThat(testCase.get("input")).hasSize(2 * pair + 1);
                assertThat(testCase.get("ideal").asText()).startsWith("Answer " + pair + " of ");
            }
        }

        assertThat(answer.headers().firstValue("X-Export-Sessions")).hasValue(Integer.toString(SESSIONS));
        assertThat(answer.headers().firstValue("X-Export-TestCases")).hasValue(Integer.toString(SESSIONS * PAIRS));
        assertThat(cases).hasSize(SESSIONS);
        assertThat(cases.values()).containsOnly(PAIRS);
        assertThat(bytes).isGreaterThan(MEMORY_MEGABYTES * BYTES_PER_MEGABYTE);
        assertThat(api.get("/api/sessions/eval-ready?limit=1")
                        .json()
                        .at("/stats/totalTestCases")
                        .asInt())
                .isEqualTo(SESSIONS * PAIRS);
    }

    private static List<String> texts(int session) {
        List<String> texts = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            Collections.addAll(
                    texts,
                    "Question " + pair + " of " + session + FILLER,
                    "Answer " + pair + " of " + session + FILLER);
        }
        return texts;
    }

    private long onlyAccount() throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT MAX(id) FROM account")) {
            found.next();
            return found.getLong(1);
        }
    }
}
