package dev.opensync.test.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.OtherAccount;
import dev.opensync.test.relevance.KnownQuery.Kind;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person with the history of {@link Harbour} asks what they remember of it; docs/relevance.md has the table. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelevanceIT {

    private static final System.Logger LOG = System.getLogger(RelevanceIT.class.getName());
    private static final List<String> TYPES = List.of("fulltext");
    private static final int DEPTH = 10;
    private static final Duration INDEXING_LIMIT = Duration.ofMinutes(2);

    private final ApiClient api;
    private Answers answers = new Answers(Map.of());

    RelevanceIT(TestServer server) {
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @BeforeAll
    void syncTheHistoryAndAsk() {
        List<KnownSession> sessions = Harbour.sessions();
        sessions.forEach(this::sync);
        await().atMost(INDEXING_LIMIT)
                .until(() -> sessions.stream()
                        .allMatch(session -> found("\"" + session.title().replace("\"", "") + "\"", "fulltext")
                                .contains(session.key())));
        answers = Answers.of(TYPES, Harbour.queries(), (query, type) -> found(query.text(), type));
        LOG.log(Level.INFO, "Mean reciprocal rank of the first ten\n" + answers.report());
    }

    @ParameterizedTest
    @CsvSource({"fulltext, EXACT, 0.9", "fulltext, NATURAL, 0.5"})
    void expectedSessionsStandHigh(String type, Kind kind, double floor) {
        assertThat(answers.meanReciprocalRank(type, kind)).isGreaterThanOrEqualTo(floor);
    }

    /** Keys of the first sessions, the best first. */
    private List<String> found(String query, String type) {
        ApiResponse answer = api.get("/api/search?limit=" + DEPTH + "&type=" + type + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("X-Search-Type")).isEqualTo(type);
        return StreamSupport.stream(answer.json().get("results").spliterator(), false)
                .map(result -> result.get("externalId").asText())
                .toList();
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
