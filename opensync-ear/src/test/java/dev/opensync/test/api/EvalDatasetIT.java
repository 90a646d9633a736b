package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
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
    private final DatasetOwner datasets;

    EvalDatasetIT(TestServer server) {
        this.server = server;
        api = OtherAccount.client(server, "SYNC,READ");
        datasets = new DatasetOwner(api);
    }

    @Test
    void aVersionIsExportedByteForByteWhateverHappensToItsSessions() {
        datasets.talk("s1", 3);
        String before = datasets.body("/api/export/evals?format=deepeval");
        JsonNode version =
                datasets.save("{\"name\": \"Login\", \"note\": \"first\"}").json();

        assertThat(version.get("version").asInt()).isEqualTo(1);
        assertThat(version.get("testCases").asInt()).isEqualTo(3);
        assertThat(datasets.body(LOGIN + "/export")).isEqualTo(before);
        for (String format : new String[] {"deepeval", "openai", "promptfoo", "filesystem"}) {
            String first = datasets.body(LOGIN + "/export?format=" + format);
            datasets.talk("s1", 4);
            api.send("DELETE", "/api/sessions/s2", BodyPublishers.noBody(), Map.of());
            assertThat(datasets.body(LOGIN + "/export?version=1&format=" + format))
                    .isEqualTo(first);
        }
        assertThat(api.get(LOGIN + "/export?format=zip").body())
                .isEqualTo(api.get(LOGIN + "/export?format=zip").body());
        assertThat(api.get(LOGIN + "/export").header("Content-Disposition")).contains("Login-v1-deepeval-");
    }

    @Test
    void versionsAreComparedCaseByCase() {
        datasets.talk("s1", 2);
        datasets.talk("s2", 1);
        datasets.save("{\"name\": \"Login\"}");
        api.send("DELETE", "/api/sessions/s2", BodyPublishers.noBody(), Map.of());
        datasets.talk("s1", 3);
        datasets.message("s1", "a1", "assistant", "Another answer 1");

        JsonNode second = datasets.save("{\"name\": \"Login\"}").json();
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
        datasets.talk("s1", 2);
        JsonNode first = datasets.save("{\"name\": \"Login\"}").json();
        JsonNode second = datasets.save("{\"name\": \" Login \"}").json();
        JsonNode other = datasets.save("{\"name\": \"Other\", \"options\": {\"turnMode\": \"full\"}}")
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
    void secretsAndNamesAreNotKept() {
        datasets.message(
                "s1", "1", "user", "in /home/ann/x with sk-ant-api03-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH");
        datasets.message("s1", "2", "assistant", "ok");
        datasets.ready("s1");
        datasets.save("{\"name\": \"Login\"}");

        assertThat(datasets.body(LOGIN + "/export?format=filesystem"))
                .contains("in /home/user/x with [redacted]")
                .doesNotContain("sk-ant", "ann");
    }

    @Test
    void withoutTestCasesThereIsNoDataset() {
        assertThat(datasets.save("{\"name\": \"Login\"}").status()).isEqualTo(404);
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
        assertThat(datasets.save(body).status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIs404() {
        datasets.talk("s1", 1);
        datasets.save("{\"name\": \"Login\"}");

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
        datasets.talk("s1", 1);
        datasets.save("{\"name\": \"Login\"}");
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
}
