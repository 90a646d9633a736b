package dev.opensync.test.relevance;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.Database;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import dev.opensync.test.api.OtherAccount;
import dev.opensync.test.relevance.KnownQuery.Kind;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person with the history of {@link Harbour} asks what they remember of it; docs/relevance.md has the table. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceIT {

    private static final System.Logger LOG = System.getLogger(RelevanceIT.class.getName());
    private static final List<String> TYPES = List.of("fulltext", "semantic", "hybrid");
    private static final int DEPTH = 10;

    /** Of those who are alive, index and embedder alike. */
    private static final String OPEN_TASKS = """
            SELECT COUNT(*) FROM search_task
                JOIN search_index ON search_index.id = search_task.index_id
                JOIN coding_session ON coding_session.id = search_task.session_id
            WHERE project_path LIKE '/home/harbour/%' AND owned_until_ms > UNIX_TIMESTAMP() * 1000
            """;

    private final OpenSyncServer server;
    private final Database database;
    private final ApiClient api;
    private Answers answers = new Answers(Map.of());

    /** A server of its own: how rare a word is counts over all that an index holds. */
    RelevanceIT(TestServers servers) {
        server = servers.fresh("relevance", Map.of());
        database = server.database();
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @BeforeAll
    void syncTheHistoryAndAsk() {
        await().until(() ->
                search("anything", "semantic").header("X-Search-Meaning").equals("100%"));
        Harbour.sessions().forEach(this::sync);
        await().until(() -> openTasks() == 0);
        answers = Answers.of(TYPES, Harbour.queries(), (query, type) -> found(query.text(), type));
        LOG.log(Level.INFO, "Mean reciprocal rank of the first ten\n" + answers.report());
    }

    /** A little below what was measured: another processor rounds the vectors otherwise. */
    @ParameterizedTest
    @CsvSource({
        "fulltext, EXACT, 0.95",
        "fulltext, NATURAL, 0.55",
        "semantic, EXACT, 0.75",
        "semantic, NATURAL, 0.8",
        "semantic, PARAPHRASE, 0.33",
        "hybrid, EXACT, 0.95",
        "hybrid, NATURAL, 0.8",
        "hybrid, PARAPHRASE, 0.33"
    })
    void expectedSessionsStandHigh(String type, Kind kind, double floor) {
        assertThat(answers.meanReciprocalRank(type, kind)).isGreaterThanOrEqualTo(floor);
    }

    @Test
    void bothTogetherAreAtLeastAsGoodAsTheBetterOne() {
        assertThat(answers.meanReciprocalRank("hybrid"))
                .isGreaterThanOrEqualTo(answers.meanReciprocalRank("fulltext"))
                .isGreaterThanOrEqualTo(answers.meanReciprocalRank("semantic"));
    }

    /** Keys of the first sessions, the best first. */
    private List<String> found(String query, String type) {
        ApiResponse answer = search(query, type);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("X-Search-Type")).isEqualTo(type);
        return StreamSupport.stream(answer.json().get("results").spliterator(), false)
                .map(result -> result.get("externalId").asText())
                .toList();
    }

    private ApiResponse search(String query, String type) {
        return api.get("/api/search?limit=" + DEPTH + "&type=" + type + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private long openTasks() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(OPEN_TASKS)) {
            count.next();
            return count.getLong(1);
        }
    }

    private void sync(KnownSession session) {
        ObjectNode batch = new ObjectMapper().createObjectNode();
        batch.putArray("sessions").add(session.sessionJson());
        batch.putArray("messages").addAll(session.messagesJson());
        ApiResponse answer = api.post("/sync/batch", batch.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
    }
}
