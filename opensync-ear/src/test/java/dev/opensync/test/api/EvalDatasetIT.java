package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test cases that are kept as they were; each test has a person of its own. */
@SystemTest
@Tag("database")
class EvalDatasetIT {

    private static final String DATASETS = "/api/eval-datasets";
    private static final String LOGIN = DATASETS + "/Login";

    private final TestServer server;
    private final ApiClient api;

    EvalDatasetIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void aVersionIsExportedByteForByteWhateverHappensToItsSessions() {
        talk("s1", 3);
        String before = body("/api/export/evals?format=deepeval");
        JsonNode version = save("{\"name\": \"Login\", \"note\": \"first\"}").json();

        assertThat(version.get("version").asInt()).isEqualTo(1);
        assertThat(version.get("testCases").asInt()).isEqualTo(3);
        assertThat(body(LOGIN + "/export")).isEqualTo(before);
        for (String format : new String[] {"deepeval", "openai", "promptfoo", "filesystem"}) {
            String first = body(LOGIN + "/export?format=" + format);
            talk("s1", 4);
            api.send("DELETE", "/api/sessions/s2", BodyPublishers.noBody(), Map.of());
            assertThat(body(LOGIN + "/export?version=1&format=" + format)).isEqualTo(first);
        }
        assertThat(api.get(LOGIN + "/export?format=zip").body())
                .isEqualTo(api.get(LOGIN + "/export?format=zip").body());
        assertThat(api.get(LOGIN + "/export").header("Content-Disposition")).contains("Login-v1-deepeval-");
    }

    @Test
    void versionsAreComparedCaseByCase() {
        talk("s1", 2);
        talk("s2", 1);
        save("{\"name\": \"Login\"}");
        api.send("DELETE", "/api/sessions/s2", BodyPublishers.noBody(), Map.of());
        talk("s1", 3);
        message("s1", "a1", "assistant", "Another answer 1");

        JsonNode second = save("{\"name\": \"Login\"}").json();
        JsonNode comparison = api.get(LOGIN + "/compare").json();

        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(comparison.get("from").asInt()).isEqualTo(1);
        assertThat(comparison.get("to").asInt()).isEqualTo(2);
        assertThat(comparison.get("added").asInt()).isEqualTo(1);
        assertThat(comparison.get("removed").asInt()).isEqualTo(1);
        assertThat(comparison.get("changed").asInt()).isEqualTo(1);
        assertThat(comparison.get("unchanged").asInt()).isEqualTo(1);
        assertThat(comparison.at("/differences/0/kind").asText()).isEqualTo("added");
        assertThat(comparison.at("/differences/0/excerpt").asText()).isEqualTo("Question 2");
        assertThat(comparison.get("differences")).hasSize(3);
    }

    @Test
    void theSameAgainHasTheSameFingerprint() {
        talk("s1", 2);
        JsonNode first = save("{\"name\": \"Login\"}").json();
        JsonNode second = save("{\"name\": \" Login \"}").json();
        JsonNode other = save("{\"name\": \"Other\", \"options\": {\"turnMode\": \"full\"}}")
                .json();

        assertThat(second.get("fingerprint")).isEqualTo(first.get("fingerprint"));
        assertThat(other.get("fingerprint")).isNotEqualTo(first.get("fingerprint"));
        JsonNode datasets = api.get(DATASETS).json().get("datasets");
        assertThat(datasets).hasSize(2);
        assertThat(datasets.at("/1/versions")).hasSize(2);
        assertThat(api.get(DATASETS + "/" + datasets.at("/1/id").asText())
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("Login");
    }

    @Test
    void singleTestCasesAreLeftOut() {
        talk("s1", 3);
        talk("s2", 1);
        JsonNode listed = api.get("/api/sessions/s1/eval-cases").json();
        String second = named(listed.at("/cases/1"));

        JsonNode version = save("{\"name\": \"Login\", \"without\": [%s]}".formatted(second))
                .json();

        assertThat(listed.get("cases")).hasSize(3);
        assertThat(listed.get("more").asBoolean()).isFalse();
        assertThat(listed.at("/cases/1/input").asText()).isEqualTo("Question 1");
        assertThat(listed.at("/cases/1/answer").asText()).isEqualTo("Answer 1");
        assertThat(version.get("testCases").asInt()).isEqualTo(3);
        assertThat(version.get("sessions").asInt()).isEqualTo(2);
        String kept = body(LOGIN + "/export?format=promptfoo");
        assertThat(kept.lines()).hasSize(3).noneMatch(line -> line.contains("Question 1"));
        assertThat(api.get(LOGIN + "/export").header("X-Export-TestCases")).isEqualTo("3");
        talk("s1", 5);
        assertThat(body(LOGIN + "/export?format=promptfoo")).isEqualTo(kept);
    }

    @Test
    void onlySingleTestCasesAreKept() {
        talk("s1", 3);
        talk("s2", 1);
        save("{\"name\": \"Login\"}");
        String first = named(api.get("/api/sessions/s1/eval-cases").json().at("/cases/0"));
        String elsewhere = "{\"sessionId\": \"s1\", \"sequence\": 999}";

        JsonNode version = save("{\"name\": \"Login\", \"cases\": [%s, %s]}".formatted(first, elsewhere))
                .json();

        assertThat(version.get("testCases").asInt()).isEqualTo(1);
        assertThat(version.get("sessions").asInt()).isEqualTo(1);
        assertThat(api.get(LOGIN + "/export").json())
                .singleElement()
                .satisfies(kept -> assertThat(kept.get("input").asText()).isEqualTo("Question 0"));
        assertThat(api.get(LOGIN + "/export?format=filesystem")
                        .json()
                        .at("/manifest/opensync_metadata/total_test_cases")
                        .asInt())
                .isEqualTo(1);
        JsonNode comparison = api.get(LOGIN + "/compare").json();
        assertThat(comparison.get("removed").asInt()).isEqualTo(3);
        assertThat(comparison.get("unchanged").asInt()).isEqualTo(1);
        assertThat(save("{\"name\": \"None\", \"cases\": [%s]}".formatted(elsewhere))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(DATASETS).json().get("datasets")).hasSize(1);
    }

    @Test
    void testCasesOfOthersAreNotListed() {
        talk("s1", 1);
        String id = api.get("/api/sessions/s1").json().at("/session/id").asText();
        ApiClient stranger = OtherAccount.client(server, "SYNC,READ");

        assertThat(stranger.get("/api/sessions/" + id + "/eval-cases").status()).isEqualTo(404);
        assertThat(api.get("/api/sessions/s1/eval-cases?turnMode=half").status())
                .isEqualTo(400);
        assertThat(api.get("/api/sessions/s1/eval-cases?turnMode=full&limit=1")
                        .json()
                        .get("cases"))
                .hasSize(1);
    }

    @Test
    void whatToolsDidIsKeptForTheArchive() throws IOException {
        talk("s1", 1);
        api.post("/sync/message", """
                {"sessionExternalId": "s1", "externalId": "t", "role": "assistant", "textContent": "Done.",
                 "parts": [{"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "cat /Users/ann/x"}}},
                           {"type": "text", "content": "Done."}]}""");
        save("{\"name\": \"Login\"}");
        save("{\"name\": \"Bare\", \"options\": {\"includeToolCalls\": false}}");
        byte[] before = api.bytes(LOGIN + "/export?format=zip");
        api.send("DELETE", "/api/sessions/s1", BodyPublishers.noBody(), Map.of());

        assertThat(api.bytes(LOGIN + "/export?format=zip")).isEqualTo(before);
        assertThat(unpacked(before)).contains("[TOOL_CALL: Bash]\ncommand: cat /Users/user/x");
        assertThat(unpacked(api.bytes(DATASETS + "/Bare/export?format=zip")))
                .contains("Done.")
                .doesNotContain("Bash");
    }

    private static String unpacked(byte[] archive) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null) {
                texts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts.toString();
    }

    private static String named(JsonNode listed) {
        return "{\"sessionId\": \"%s\", \"sequence\": %d}"
                .formatted(
                        listed.get("sessionId").asText(), listed.get("sequence").asInt());
    }

    @Test
    void secretsAndNamesAreNotKept() {
        message("s1", "1", "user", "in /home/ann/x with sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH");
        message("s1", "2", "assistant", "ok");
        ready("s1");
        save("{\"name\": \"Login\"}");

        assertThat(body(LOGIN + "/export?format=filesystem"))
                .contains("in /home/user/x with [redacted]")
                .doesNotContain("sk-ant", "ann");
    }

    @Test
    void withoutTestCasesThereIsNoDataset() {
        assertThat(save("{\"name\": \"Login\"}").status()).isEqualTo(404);
        assertThat(api.get(LOGIN).status()).isEqualTo(404);
        assertThat(api.get(DATASETS).json().get("datasets")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"\"}",
                "{\"name\": \"a/b\"}",
                "{\"name\": 1}",
                "{\"name\": \"x\", \"more\": 1}",
                "{\"name\": \"x\", \"sessionIds\": 1}",
                "{\"name\": \"x\", \"cases\": []}",
                "{\"name\": \"x\", \"cases\": 1}",
                "{\"name\": \"x\", \"cases\": [1]}",
                "{\"name\": \"x\", \"cases\": [{\"sessionId\": \"s\"}]}",
                "{\"name\": \"x\", \"without\": [{\"sessionId\": \"s\", \"sequence\": 0}]}",
                "{\"name\": \"x\", \"cases\": [{\"sessionId\": \"s\", \"sequence\": 1}], \"without\": []}"
            })
    void unusableBodiesAre400(String body) {
        assertThat(save(body).status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIs404() {
        talk("s1", 1);
        save("{\"name\": \"Login\"}");

        assertThat(api.get(LOGIN + "/export?version=2").status()).isEqualTo(404);
        assertThat(api.get(LOGIN + "/compare?from=7").status()).isEqualTo(404);
        assertThat(api.get(LOGIN + "/export?version=none").status()).isEqualTo(400);
        assertThat(api.get(LOGIN + "/export?format=pdf").status()).isEqualTo(400);
        assertThat(api.send("DELETE", LOGIN, BodyPublishers.noBody(), Map.of()).status())
                .isEqualTo(200);
        assertThat(api.get(LOGIN).status()).isEqualTo(404);
    }

    @Test
    void datasetsOfOthersAreNotThere() {
        talk("s1", 1);
        save("{\"name\": \"Login\"}");
        String id = api.get(LOGIN).json().get("id").asText();
        ApiClient stranger = OtherAccount.client(server, "SYNC,READ");

        for (String known : new String[] {"Login", id}) {
            String path = DATASETS + "/" + known;
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(stranger.get(path + "/export").status()).isEqualTo(404);
            assertThat(stranger.get(path + "/compare").status()).isEqualTo(404);
            assertThat(stranger.send("DELETE", path, BodyPublishers.noBody(), Map.of())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(stranger.get(DATASETS).json().get("datasets")).isEmpty();
        assertThat(SessionEditIT.send(OtherAccount.client(server, "READ"), "POST", DATASETS, "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }

    /** Questions and answers numbered from 0. */
    private void talk(String session, int turns) {
        for (int turn = 0; turn < turns; turn++) {
            message(session, "q" + turn, "user", "Question " + turn);
            message(session, "a" + turn, "assistant", "Answer " + turn);
        }
        ready(session);
    }

    private void message(String session, String id, String role, String text) {
        ApiResponse answer = api.post("/sync/message", """
                {"sessionExternalId": "%s", "externalId": "%s", "role": "%s", "textContent": "%s"}""".formatted(session, id, role, text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void ready(String session) {
        assertThat(SessionEditIT.send(api, "PATCH", "/api/sessions/" + session + "/eval-ready", "{\"evalReady\": true}")
                        .status())
                .isEqualTo(200);
    }

    private ApiResponse save(String body) {
        return api.post(DATASETS, body);
    }

    private String body(String path) {
        ApiResponse answer = api.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
