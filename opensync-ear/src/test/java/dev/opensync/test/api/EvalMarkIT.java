package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choosing sessions for evaluations and saying what one thinks of them; each test has a person of its own. */
@SystemTest
@Tag("database")
class EvalMarkIT {

    private static final String MARK = "/api/sessions/night/eval-ready";
    private static final String LIST = "/api/sessions/eval-ready";

    private final TestServer server;
    private final ApiClient api;

    EvalMarkIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void marksAreKeptAndShown() {
        sync(ReadingIT.NIGHT);

        ApiResponse answer = patch("""
                {"evalReady": true, "evalStatus": "golden", "evalNotes": "Asked first. 好", "expectedOutput": "Renew it",
                 "evalTags": ["Login", " web  ui ", "login"]}""");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("success").asBoolean()).isTrue();
        JsonNode session = api.get(MARK).json().get("session");
        assertThat(session.get("evalReady").asBoolean()).isTrue();
        assertThat(session.get("reviewedAt").asLong()).isPositive();
        assertThat(session.get("evalStatus").asText()).isEqualTo("golden");
        assertThat(session.get("evalNotes").asText()).isEqualTo("Asked first. 好");
        assertThat(session.get("expectedOutput").asText()).isEqualTo("Renew it");
        assertThat(texts(session.get("evalTags"))).containsExactly("login", "web ui");
        assertThat(api.get("/api/sessions/night")
                        .json()
                        .at("/session/evalReady")
                        .asBoolean())
                .isTrue();
        assertThat(tags("")).containsExactly("login", "web ui");
        assertThat(tags("?beginning=WEB")).containsExactly("web ui");
    }

    @Test
    void whatIsNotNamedStaysAndNullRemoves() {
        sync(ReadingIT.NIGHT);
        patch("{\"evalReady\": true, \"evalStatus\": \"correct\", \"evalNotes\": \"n\", \"evalTags\": [\"a\"]}");

        patch("{\"evalNotes\": null, \"evalReady\": false}");

        JsonNode session = api.get(MARK).json().get("session");
        assertThat(session.has("evalNotes")).isFalse();
        assertThat(session.has("reviewedAt")).isFalse();
        assertThat(session.get("evalStatus").asText()).isEqualTo("correct");
        assertThat(texts(session.get("evalTags"))).containsExactly("a");
        assertThat(api.get(LIST).json().get("sessions")).isEmpty();
    }

    @Test
    void choosingInTheUsualWayIsTheSame() {
        sync(ReadingIT.NIGHT);

        SessionEditIT.send(api, "PATCH", "/api/sessions/night", "{\"evalReady\": true}");

        JsonNode list = api.get(LIST).json();
        assertThat(list.at("/sessions/0/reviewedAt").asLong()).isPositive();
        assertThat(list.at("/stats/uncounted").asInt()).isZero();
        assertThat(list.at("/stats/totalTestCases").asInt()).isEqualTo(1);
    }

    @Test
    void checklistTellsWhatSpeaksAgainstIt() {
        sync("""
                {"messages": [{"sessionExternalId": "night", "externalId": "1", "role": "user", "createdAt": 1000000000000,
                               "textContent": "my key is sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH"}]}""");

        JsonNode list = api.get(MARK).json().get("checklist");

        assertThat(list.get("finished").asBoolean()).isTrue();
        assertThat(list.get("hasExchange").asBoolean()).isFalse();
        assertThat(list.get("judgedRight").asBoolean()).isFalse();
        assertThat(list.get("nothingSensitive").asBoolean()).isFalse();
        assertThat(list.get("secrets").asInt()).isEqualTo(1);
    }

    @Test
    void testCasesAreQuestionsWithAnAnswerAndCountedAnewAfterAChange() {
        sync(ReadingIT.NIGHT);
        patch("{\"evalReady\": true, \"evalStatus\": \"needs_review\"}");

        JsonNode before = counted();
        sync("""
                {"messages": [{"sessionExternalId": "night", "externalId": "q", "role": "user", "textContent": "And now?"},
                              {"sessionExternalId": "night", "externalId": "t", "role": "tool", "textContent": "ran"},
                              {"sessionExternalId": "night", "externalId": "a", "role": "assistant", "textContent": "Yes."}]}""");
        JsonNode after = counted();

        assertThat(before.at("/stats/totalTestCases").asInt()).isEqualTo(1);
        assertThat(before.at("/sessions/0/testCases").asInt()).isEqualTo(1);
        assertThat(after.at("/stats/totalTestCases").asInt()).isEqualTo(2);
        assertThat(after.at("/stats/uncounted").asInt()).isZero();
        assertThat(after.at("/stats/byStatus/needs_review").asInt()).isEqualTo(1);
        assertThat(after.at("/stats/bySource/claude-code").asInt()).isEqualTo(1);
    }

    @Test
    void manySessionsAreMarkedAtOnceAndListedPageByPage() {
        List<String> ids = IntStream.range(0, 7).mapToObj(this::session).toList();

        ApiResponse answer = mark("""
                {"sessionIds": %s, "evalReady": true, "evalStatus": "correct", "addTags": ["Many", "x"]}""".formatted(json(ids)));
        mark("{\"sessionIds\": %s, \"removeTags\": [\"x\"], \"evalStatus\": \"incorrect\"}"
                .formatted(json(ids.subList(0, 2))));

        assertThat(answer.json().get("sessions").asInt()).isEqualTo(7);
        JsonNode first = api.get(LIST + "?limit=4").json();
        JsonNode second = api.get(
                        LIST + "?limit=4&cursor=" + first.get("nextCursor").asText())
                .json();
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(first.at("/stats/total").asInt()).isEqualTo(7);
        assertThat(StreamSupport.stream(first.get("sessions").spliterator(), false)
                        .map(s -> s.get("id").asText()))
                .doesNotContainAnyElementsOf(
                        StreamSupport.stream(second.get("sessions").spliterator(), false)
                                .map(s -> s.get("id").asText())
                                .toList())
                .hasSize(4);
        assertThat(second.get("sessions")).hasSize(3);
        assertThat(total("?tags=x,nothing")).isEqualTo(5);
        assertThat(total("?tags=MANY")).isEqualTo(7);
        assertThat(total("?status=incorrect")).isEqualTo(2);
        assertThat(total("?status=incorrect,correct")).isEqualTo(7);
        assertThat(total("?source=pi")).isEqualTo(7);
        assertThat(total("?source=opencode")).isZero();
        assertThat(total("?model=m3")).isEqualTo(1);
        assertThat(total("?project=SHOP")).isEqualTo(7);
        assertThat(total("?project=bakery")).isZero();
        assertThat(total("?minTokens=3")).isEqualTo(4);
        assertThat(total("?to=2001-09-08")).isZero();
        assertThat(total("?from=2001-09-09&to=2001-09-09")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"evalReady\": 1}",
                "{\"evalReady\": null}",
                "{\"evalStatus\": \"splendid\"}",
                "{\"evalStatus\": 5}",
                "{\"evalTags\": \"a\"}",
                "{\"evalTags\": [\"a,b\"]}",
                "{\"evalTags\": [\"\"]}",
                "{\"evalTags\": [1]}",
                "{\"evalTags\": [[]]}",
                "{\"evalNotes\": {}}",
                "{\"evalReady\": true, \"title\": \"x\"}"
            })
    void unusableBodiesAre400AndChangeNothing(String body) {
        sync(ReadingIT.NIGHT);
        patch("{\"evalReady\": true, \"evalTags\": [\"kept\"]}");
        JsonNode before = api.get(MARK).json().get("session");

        ApiResponse answer = patch(body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isNotEmpty();
        assertThat(api.get(MARK).json().get("session")).isEqualTo(before);
    }

    @Test
    void tooMuchIsRefused() {
        sync(ReadingIT.NIGHT);
        String many = json(IntStream.range(0, 21).mapToObj(i -> "t" + i).toList());

        assertThat(patch("{\"evalNotes\": \"" + "x".repeat(10_001) + "\"}").status())
                .isEqualTo(400);
        assertThat(patch("{\"evalTags\": [\"" + "x".repeat(51) + "\"]}").status())
                .isEqualTo(400);
        assertThat(patch("{\"evalTags\": " + many + "}").status()).isEqualTo(400);
        assertThat(patch("{\"expectedOutput\": \"" + "好".repeat(100_000) + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(mark("{\"sessionIds\": []}").status()).isEqualTo(400);
        assertThat(mark("{\"evalReady\": true}").status()).isEqualTo(400);
        assertThat(api.get(LIST + "?status=splendid").status()).isEqualTo(400);
        assertThat(api.get(LIST + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void sessionsOfOthersAreNotThere() {
        sync(ReadingIT.NIGHT);
        patch("{\"evalReady\": true, \"evalTags\": [\"mine\"]}");
        String id = api.get(MARK).json().at("/session/id").asText();
        ApiClient stranger = OtherAccount.client(server, "SYNC,READ");

        for (String known : new String[] {"night", id}) {
            String path = "/api/sessions/" + known + "/eval-ready";
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(SessionEditIT.send(stranger, "PATCH", path, "{\"evalReady\": false}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(SessionEditIT.send(
                                stranger, "POST", LIST, "{\"sessionIds\": [\"" + id + "\"], \"evalReady\": false}")
                        .json()
                        .get("sessions")
                        .asInt())
                .isZero();
        assertThat(stranger.get(LIST).json().get("sessions")).isEmpty();
        assertThat(stranger.get("/api/eval-tags").json().get("tags")).isEmpty();
        assertThat(api.get(LIST).json().get("sessions")).hasSize(1);
    }

    @Test
    void readersMayLookButNotMark() {
        ApiClient reader = OtherAccount.client(server, "READ");

        assertThat(reader.get(LIST).status()).isEqualTo(200);
        assertThat(SessionEditIT.send(reader, "PATCH", MARK, "{\"evalReady\": true}")
                        .status())
                .isEqualTo(403);
        assertThat(SessionEditIT.send(reader, "POST", LIST, "{\"sessionIds\": [\"a\"]}")
                        .status())
                .isEqualTo(403);
    }

    /** The list when the cases of all its sessions are counted. */
    private JsonNode counted() {
        return await().until(
                        () -> api.get(LIST).json(),
                        list -> list.at("/stats/uncounted").asInt() == 0);
    }

    private String session(int number) {
        sync("""
                {"sessions": [{"externalId": "s%d", "source": "pi", "model": "m%d", "projectPath": "/home/a/shop",
                               "promptTokens": %d, "createdAt": 1000000000000}]}""".formatted(number, number, number));
        return api.get("/api/sessions/s" + number).json().at("/session/id").asText();
    }

    private int total(String query) {
        JsonNode answer = api.get(LIST + query).json();
        assertThat(answer.get("sessions"))
                .as(query)
                .hasSize(answer.at("/stats/total").asInt());
        return answer.at("/stats/total").asInt();
    }

    private List<String> tags(String query) {
        return texts(api.get("/api/eval-tags" + query).json().get("tags"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String json(List<String> texts) {
        return "[\"" + String.join("\", \"", texts) + "\"]";
    }

    private ApiResponse patch(String body) {
        return SessionEditIT.send(api, "PATCH", MARK, body);
    }

    private ApiResponse mark(String body) {
        return SessionEditIT.send(api, "POST", LIST, body);
    }

    private void sync(String batch) {
        ApiResponse answer = api.post("/sync/batch", batch);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
    }
}
