package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
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

/** Single test cases that are kept, or left out; each test has a person of its own. */
@SystemTest
@Tag("database")
class EvalDatasetCasesIT {

    private static final String DATASETS = "/api/eval-datasets";
    private static final String LOGIN = DATASETS + "/Login";

    private final TestServer server;
    private final ApiClient api;
    private final DatasetOwner datasets;

    EvalDatasetCasesIT(TestServer server) {
        this.server = server;
        api = OtherAccount.client(server, "SYNC,READ");
        datasets = new DatasetOwner(api);
    }

    @Test
    void singleTestCasesAreLeftOut() {
        datasets.talk("s1", 3);
        datasets.talk("s2", 1);
        JsonNode listed = api.get("/api/sessions/s1/eval-cases").json();
        String second = named(listed.at("/cases/1"));

        JsonNode version = datasets.save("{\"name\": \"Login\", \"without\": [%s]}".formatted(second))
                .json();

        assertThat(listed.get("cases")).hasSize(3);
        assertThat(listed.get("more").asBoolean()).isFalse();
        assertThat(listed.at("/cases/1/input").asText()).isEqualTo("Question 1");
        assertThat(listed.at("/cases/1/answer").asText()).isEqualTo("Answer 1");
        assertThat(version.get("testCases").asInt()).isEqualTo(3);
        assertThat(version.get("sessions").asInt()).isEqualTo(2);
        String kept = datasets.body(LOGIN + "/export?format=promptfoo");
        assertThat(kept.lines()).hasSize(3).noneMatch(line -> line.contains("Question 1"));
        assertThat(api.get(LOGIN + "/export").header("X-Export-TestCases")).isEqualTo("3");
        datasets.talk("s1", 5);
        assertThat(datasets.body(LOGIN + "/export?format=promptfoo")).isEqualTo(kept);
    }

    @Test
    void onlySingleTestCasesAreKept() {
        datasets.talk("s1", 3);
        datasets.talk("s2", 1);
        datasets.save("{\"name\": \"Login\"}");
        String first = named(api.get("/api/sessions/s1/eval-cases").json().at("/cases/0"));
        String elsewhere = "{\"sessionId\": \"s1\", \"sequence\": 999}";

        JsonNode version = datasets.save("{\"name\": \"Login\", \"cases\": [%s, %s]}".formatted(first, elsewhere))
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
        assertThat(datasets.save("{\"name\": \"None\", \"cases\": [%s]}".formatted(elsewhere))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(DATASETS).json().get("datasets")).hasSize(1);
    }

    @Test
    void testCasesOfOthersAreNotListed() {
        datasets.talk("s1", 1);
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
        datasets.talk("s1", 1);
        api.post("/sync/message", """
                {"sessionExternalId": "s1", "externalId": "t", "role": "assistant", "textContent": "Done.",
                 "parts": [{"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "cat /Users/ann/x"}}},
                           {"type": "text", "content": "Done."}]}""");
        datasets.save("{\"name\": \"Login\"}");
        datasets.save("{\"name\": \"Bare\", \"options\": {\"includeToolCalls\": false}}");
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
}
