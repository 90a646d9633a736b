package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.NodeTool;
import dev.opensync.harness.RequiresNode;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports against what OpenAI and DeepEval publish for Node.js: types, and the class of a test case. */
@SystemTest
@Tag("database")
@RequiresNode
class EvalToolsIT {

    private static final String OPENAI = "6.49.0";
    private static final String DEEPEVAL = "0.1.32";
    private static final String COMPILER = "typescript@5.9.3";

    /** Who speaks is anybody that tools have been seen to name. */
    private static final String BATCH = """
            {"sessions": [{"externalId": "a", "source": "claude-code", "model": "sonnet"}, {"externalId": "b"}],
             "messages": [
               {"sessionExternalId": "a", "externalId": "1", "role": "system", "textContent": "Be brief"},
               {"sessionExternalId": "a", "externalId": "2", "role": "user", "textContent": "修复 \\"it\\" 😀 \\u2028 `${x}`"},
               {"sessionExternalId": "a", "externalId": "3", "role": "tool", "textContent": "npm install"},
               {"sessionExternalId": "a", "externalId": "4", "role": "assistant", "textContent": "```js\\nx\\n```"},
               {"sessionExternalId": "a", "externalId": "5", "role": "whoever", "textContent": "A remark"},
               {"sessionExternalId": "a", "externalId": "6", "role": "user", "textContent": "And now?"},
               {"sessionExternalId": "a", "externalId": "7", "role": "assistant", "textContent": "Done"},
               {"sessionExternalId": "b", "externalId": "1", "role": "user", "textContent": "Hello"},
               {"sessionExternalId": "b", "externalId": "2", "role": "assistant", "textContent": "Hi"}]}
            """;

    private static final String TYPED = """
            import type { ChatCompletionMessageParam } from "PACKAGES/openai/resources/chat/completions/completions";
            import type { CreateEvalJSONLRunDataSource } from "PACKAGES/openai/resources/evals/runs/runs";
            type Sample = {
              input: ChatCompletionMessageParam[];
              ideal: string;
              metadata: { session_id: string; model: string; source: string };
            };
            export const samples: Sample[] = [SAMPLES];
            export const hosted: CreateEvalJSONLRunDataSource = {
              type: "jsonl",
              source: { type: "file_content", content: [ITEMS] },
            };
            """;

    /** As DeepEval's loader does it, key by key. */
    private static final String TEST_CASES = """
            const { LLMTestCase } = require(process.argv[2]);
            const cases = JSON.parse(require("node:fs").readFileSync(process.argv[3], "utf8")).map((one) => new LLMTestCase({
              input: one.input,
              actualOutput: one.actual_output,
              expectedOutput: one.expected_output,
              context: one.context,
              retrievalContext: one.retrieval_context,
              additionalMetadata: one.metadata,
            }));
            console.log(cases.map((one) => typeof one.input + typeof one.actualOutput + one.context.length).join());
            """;

    private final ApiClient api;

    EvalToolsIT(TestServer server) {
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void linesForOpenAiHaveTheTypesThatItPublishes(@TempDir Path folder) throws IOException {
        markAll();
        String samples = export("openai", "");
        String items = export("openai", ", \"hosted\": true");
        assertThat(samples.lines()).hasSize(3);
        assertThat(samples).contains("\"role\":\"system\"", "npm install", "A remark");

        NodeTool openAi = NodeTool.installLean("openai", OPENAI, List.of(COMPILER));
        NodeTool.Result good = compile(openAi, folder, samples, items);
        NodeTool.Result unknownRole =
                compile(openAi, folder, samples.replace("\"role\":\"system\"", "\"role\":\"whoever\""), items);
        NodeTool.Result unwrapped = compile(openAi, folder, samples, samples);

        assertThat(good.status()).as(good.output()).isZero();
        assertThat(unknownRole.output()).contains("\"whoever\"");
        assertThat(unwrapped.output()).contains("does not exist in type 'Content'");
    }

    @Test
    void deepEvalMakesATestCaseOfEach(@TempDir Path folder) throws IOException {
        markAll();
        Path script = Files.writeString(folder.resolve("cases.cjs"), TEST_CASES);
        Path file = Files.writeString(folder.resolve("cases.json"), export("deepeval", ""));

        NodeTool deepEval = NodeTool.installLean("deepeval", DEEPEVAL, List.of());
        NodeTool.Result made = deepEval.run(
                script.toString(),
                List.of(
                        deepEval.packages()
                                .resolve("deepeval/dist/test-case/llm-test-case.js")
                                .toString(),
                        file.toString()),
                "",
                Map.of());

        assertThat(made.status()).as(made.output()).isZero();
        assertThat(made.output().strip().split(","))
                .containsExactlyInAnyOrder("stringstring1", "stringstring5", "stringstring0");
    }

    private static NodeTool.Result compile(NodeTool openAi, Path folder, String samples, String items)
            throws IOException {
        Path source = Files.writeString(
                folder.resolve("samples.ts"),
                TYPED.replace("PACKAGES", openAi.packages().toString().replace('\\', '/'))
                        .replace("SAMPLES", lines(samples))
                        .replace("ITEMS", lines(items)));
        return openAi.run(
                "typescript/lib/tsc.js",
                List.of(
                        "--noEmit",
                        "--strict",
                        "--skipLibCheck",
                        "--target",
                        "es2022",
                        "--module",
                        "esnext",
                        "--moduleResolution",
                        "bundler",
                        source.toString()),
                "",
                Map.of());
    }

    private static String lines(String file) {
        return file.lines().collect(Collectors.joining(",\n"));
    }

    /** With what a system says, in the words of {@code POST}. */
    private String export(String format, String options) {
        JsonNode ready = api.post(
                        "/api/export/evals",
                        "{\"formats\": [\"%s\"], \"options\": {\"includeSystemPrompts\": true%s}}"
                                .formatted(format, options))
                .json();
        URI address = URI.create(ready.get("downloadUrl").asText());
        return api.get(address.getRawPath() + "?" + address.getRawQuery()).body();
    }

    private void markAll() {
        ApiResponse synced = api.post("/sync/batch", BATCH);
        assertThat(synced.json().get("errors")).as(synced.body()).isEmpty();
        for (String id : List.of("a", "b")) {
            assertThat(SessionEditIT.send(api, "PATCH", "/api/sessions/" + id + "/eval-ready", "{\"evalReady\": true}")
                            .status())
                    .isEqualTo(200);
        }
    }
}
