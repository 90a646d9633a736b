package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.NodeTool;
import dev.opensync.harness.RequiresNode;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published promptfoo loads an export and runs it, with its provider that repeats the prompt. */
@SystemTest
@Tag("database")
@RequiresNode
class PromptfooIT {

    private static final String VERSION = "0.121.20";
    private static final String DATABASE_DRIVER = "@libsql/%s@0.5.29";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** That the tool would take for templates, files and code if they were written as they are. */
    private static final List<String> QUESTIONS = List.of(
            "修复这个错误 \"now\" 😀",
            "```yaml\n{{- if .Values.x }} ${{ secrets.TOKEN }} {% if %} {# c #}\n```",
            "What is {{ 7 * 7 }} in {{ env.HOME }}?",
            "file:///etc/hosts",
            "package:fs:readFileSync",
            "{\"a\": [1, 2]}",
            "a#} }} %} {% endraw %} {{{x}}} {{",
            "x".repeat(100_000));

    private final ApiClient api;

    PromptfooIT(TestServer server) {
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void everyQuestionOfAnExportArrivesAsItWasAsked(@TempDir Path folder) throws IOException {
        for (int i = 0; i < QUESTIONS.size(); i++) {
            talk("s" + i, QUESTIONS.get(i));
        }

        ApiResponse export = api.get("/api/export/evals?format=promptfoo");
        JsonNode results = run(folder, export.body());

        assertThat(export.header("X-Export-TestCases")).isEqualTo(Integer.toString(QUESTIONS.size()));
        List<String> outputs = new ArrayList<>();
        results.at("/results/results").forEach(result -> {
            assertThat(result.path("error").isMissingNode())
                    .as(result.path("error").asText())
                    .isTrue();
            assertThat(result.path("success").asBoolean()).isTrue();
            outputs.add(result.at("/response/output").asText());
        });
        assertThat(outputs).containsExactlyInAnyOrderElementsOf(QUESTIONS);
    }

    private static JsonNode run(Path folder, String tests) throws IOException {
        Files.writeString(folder.resolve("promptfoo.jsonl"), tests);
        Path config = Files.writeString(folder.resolve("promptfooconfig.yaml"), """
                prompts: ['{{input}}']
                providers: [echo]
                tests: file://promptfoo.jsonl
                defaultTest:
                  options:
                    provider: echo
                    rubricPrompt: '{"pass": true, "score": 1, "reason": "dry run"}'
                """);
        Path results = folder.resolve("results.json");
        NodeTool.Result run = NodeTool.installLean("promptfoo", VERSION, List.of(DATABASE_DRIVER.formatted(platform())))
                .run(
                        "promptfoo/dist/src/entrypoint.js",
                        List.of(
                                "eval",
                                "--no-cache",
                                "--no-table",
                                "--no-progress-bar",
                                "-c",
                                config.toString(),
                                "-o",
                                results.toString()),
                        "",
                        Map.of(
                                "PROMPTFOO_CONFIG_DIR", folder.resolve("home").toString(),
                                "PROMPTFOO_DISABLE_TELEMETRY", "1",
                                "PROMPTFOO_DISABLE_UPDATE", "1"));
        assertThat(run.status()).as(run.output()).isZero();
        return JSON.readTree(results.toFile());
    }

    /** As packages with code for one kind of machine are named. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        if (system.startsWith("windows")) {
            return "win32-x64-msvc";
        }
        return system.startsWith("mac") ? "darwin-" + machine : "linux-" + machine + "-gnu";
    }

    private void talk(String session, String question) throws IOException {
        for (String[] message : new String[][] {{"user", question}, {"assistant", "Like this."}}) {
            String body = JSON.writeValueAsString(Map.of(
                    "sessionExternalId", session,
                    "externalId", message[0],
                    "role", message[0],
                    "textContent", message[1]));
            assertThat(api.post("/sync/message", body).status()).isEqualTo(200);
        }
        String mark = "{\"evalReady\": true, \"evalStatus\": \"golden\", \"expectedOutput\": \"Like {{ this }} {%\"}";
        assertThat(SessionEditIT.send(api, "PATCH", "/api/sessions/" + session + "/eval-ready", mark)
                        .status())
                .isEqualTo(200);
    }
}
