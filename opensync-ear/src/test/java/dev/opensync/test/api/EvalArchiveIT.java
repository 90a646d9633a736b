package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several formats in one archive, and the options of a POST; each test has a person of its own. */
@SystemTest
@Tag("database")
class EvalArchiveIT {

    private final ApiClient api;

    EvalArchiveIT(TestServer server) {
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @BeforeEach
    void chooseSessions() {
        api.post("/sync/batch", EvalExportIT.BATCH);
        for (String id : List.of("ses_a", "ses_b")) {
            assertThat(SessionEditIT.send(api, "PATCH", "/api/sessions/" + id + "/eval-ready", "{\"evalReady\": true}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void allSessionsInSeveralFormatsAreOneArchive() throws IOException {
        JsonNode ready = order("""
                {"sessionIds": "all", "formats": ["deepeval", "openai", "promptfoo", "filesystem"]}""");

        assertThat(ready.at("/stats/sessions").asInt()).isEqualTo(2);
        assertThat(ready.at("/stats/testCases").asInt()).isEqualTo(3);
        assertThat(ready.get("fileName").asText()).matches("opensync-evals-\\d{4}-\\d\\d-\\d\\d\\.zip");
        Map<String, String> files = files(ready);
        assertThat(files)
                .containsKeys("README.txt", "manifest.json", "eval-export.json", "eval-export.jsonl", "promptfoo.jsonl")
                .hasSize(7);
        assertThat(String.join("\n", files.values()))
                .contains("Explain", "[TOOL_CALL: Bash]", "cat /Users/user/x")
                .doesNotContain("/home/ann", "hunter2", "Secret Shop", "Rules");
    }

    @Test
    void whatIsNotWantedIsLeftOut() throws IOException {
        Map<String, String> files = files(order("""
                {"sessionIds": "all", "formats": ["filesystem", "openai"],
                 "options": {"includeReadme": false, "includeToolCalls": false, "anonymizePaths": false,
                             "includeSystemPrompts": true}}"""));

        assertThat(files).doesNotContainKey("README.txt").hasSize(4);
        assertThat(String.join("\n", files.values()))
                .contains("/home/ann/shop/a.py", "Rules")
                .doesNotContain("TOOL_CALL", "hunter2");
    }

    private JsonNode order(String wishes) {
        return api.post("/api/export/evals", wishes).json();
    }

    private Map<String, String> files(JsonNode ready) throws IOException {
        URI address = URI.create(ready.get("downloadUrl").asText());
        byte[] archive = api.bytes(address.getRawPath() + "?" + address.getRawQuery());
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
