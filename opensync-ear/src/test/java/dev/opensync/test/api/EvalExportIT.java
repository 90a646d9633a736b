package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test cases as files; each test has a person of its own. What the files look like to the byte is told by unit tests. */
@SystemTest
@Tag("database")
class EvalExportIT {

    private static final String EXPORT = "/api/export/evals";

    static final String BATCH = """
            {"sessions": [{"externalId": "ses_a", "source": "claude-code", "model": "sonnet", "projectName": "Secret Shop",
                           "createdAt": 1000000000000, "promptTokens": 10},
                          {"externalId": "ses_b", "source": "pi", "createdAt": 1100000000000, "promptTokens": 1000}],
             "messages": [
               {"sessionExternalId": "ses_a", "externalId": "s", "role": "system", "textContent": "Rules"},
               {"sessionExternalId": "ses_a", "externalId": "1", "role": "user", "promptTokens": 5,
                "textContent": "Fix /home/ann/shop/a.py with password = \\"hunter2hunter2\\" 修"},
               {"sessionExternalId": "ses_a", "externalId": "2", "role": "assistant",
                "parts": [{"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "cat /Users/ann/x"}}}]},
               {"sessionExternalId": "ses_a", "externalId": "3", "role": "tool",
                "parts": [{"type": "tool-result", "content": "done"}]},
               {"sessionExternalId": "ses_a", "externalId": "4", "role": "assistant", "completionTokens": 7,
                "durationMs": 1500, "textContent": "not this",
                "parts": [{"type": "text", "content": "```python\\npass\\n```"}, {"type": "text", "content": "in C:\\\\Users\\\\ann\\\\x"}]},
               {"sessionExternalId": "ses_a", "externalId": "5", "role": "user", "textContent": "Explain"},
               {"sessionExternalId": "ses_a", "externalId": "6", "role": "assistant", "textContent": "Because."},
               {"sessionExternalId": "ses_b", "externalId": "1", "role": "user", "textContent": "hello"},
               {"sessionExternalId": "ses_b", "externalId": "2", "role": "assistant", "textContent": "hi"}]}
            """;

    private final TestServer server;
    private final ApiClient api;

    EvalExportIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void deepEvalIsTheDefaultAndTellsNoSecretsAndNoNames() {
        sync();
        mark("ses_a", "{\"evalReady\": true, \"evalStatus\": \"golden\", \"expectedOutput\": \"see /home/ann/y\"}");

        ApiResponse answer = api.get(EXPORT);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"opensync-deepeval-\\d{4}-\\d\\d-\\d\\d\\.json\"");
        assertThat(answer.header("X-Export-Sessions")).isEqualTo("1");
        assertThat(answer.header("X-Export-TestCases")).isEqualTo("2");
        JsonNode first = answer.json().get(0);
        assertThat(first.get("input").asText()).isEqualTo("Fix /home/user/shop/a.py with password = \"[redacted]\" 修");
        assertThat(first.get("actual_output").asText()).isEqualTo("```python\npass\n```\nin C:\\Users\\user\\x");
        assertThat(first.get("expected_output").asText()).isEqualTo("see /home/user/y");
        assertThat(first.get("context")).isEmpty();
        assertThat(first.get("retrieval_context").isNull()).isTrue();
        assertThat(first.at("/metadata/session_id").asText()).isEqualTo("ses_a");
        assertThat(first.at("/metadata/timestamp").asText()).isEqualTo("2001-09-09T01:46:40.000Z");
        assertThat(first.at("/metadata/tokens_input").asInt()).isEqualTo(5);
        assertThat(first.at("/metadata/tokens_output").asInt()).isEqualTo(7);
        assertThat(first.at("/metadata/latency_ms").asInt()).isEqualTo(1500);
        assertThat(first.at("/metadata/project").asText()).isEqualTo("project");
        assertThat(answer.json().get(1).get("context")).hasSize(2);
        assertThat(answer.body()).doesNotContain("ann", "hunter2", "Secret Shop", "Rules");
    }

    @Test
    void namesStayOnRequestAndSecretsDoNot() {
        sync();
        mark("ses_a", "{\"evalReady\": true}");

        ApiResponse answer = api.get(EXPORT + "?anonymize=false&include_metadata=false");
        assertThat(api.get(EXPORT + "?anonymize=no&include_metadata=no").json())
                .isEqualTo(api.get(EXPORT).json());

        assertThat(answer.json().get(0).get("input").asText())
                .isEqualTo("Fix /home/ann/shop/a.py with password = \"[redacted]\" 修");
        assertThat(answer.json().get(0).at("/metadata/project").asText()).isEqualTo("Secret Shop");
        assertThat(answer.json().get(1).get("context")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, openai, jsonl, application/x-ndjson",
        "promptfoo, promptfoo, jsonl, application/x-ndjson",
        "filesystem, filesystem, json, application/json",
        "zip, evals, zip, application/zip"
    })
    void everyFormatIsADownload(String format, String name, String extension, String type) {
        sync();
        mark("ses_a", "{\"evalReady\": true}");

        ApiResponse answer = api.get(EXPORT + "?format=" + format);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"opensync-" + name + "-\\d{4}-\\d\\d-\\d\\d\\." + extension + "\"");
        assertThat(answer.header("X-Export-Sessions")).isEqualTo("1");
        assertThat(answer.header("X-Export-TestCases")).isEqualTo("2");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void turnModesAreHonouredByEveryFormat() {
        sync();
        mark("ses_a", "{\"evalReady\": true}");

        for (String format : new String[] {"deepeval", "openai", "promptfoo"}) {
            assertThat(cases(format, "per_turn")).isEqualTo("2");
            assertThat(cases(format, "full")).isEqualTo("1");
            assertThat(cases(format, "final_only")).isEqualTo("1");
        }
        assertThat(api.get(EXPORT + "?format=promptfoo&turn_mode=final_only").body())
                .isEqualTo("{\"vars\":{\"input\":\"Explain\",\"task_type\":\"explanation\"}}");
    }

    @Test
    void filtersChooseSessions() {
        sync();
        mark("ses_a", "{\"evalReady\": true, \"evalStatus\": \"golden\", \"evalTags\": [\"x\"]}");
        mark("ses_b", "{\"evalReady\": true}");

        assertThat(sessions("")).isEqualTo("2");
        assertThat(sessions("?tool=pi")).isEqualTo("1");
        assertThat(sessions("?model=sonnet")).isEqualTo("1");
        assertThat(sessions("?tags=y,x")).isEqualTo("1");
        assertThat(sessions("?status=golden")).isEqualTo("1");
        assertThat(sessions("?min_tokens=1000")).isEqualTo("1");
        assertThat(sessions("?date_to=2001-09-09")).isEqualTo("1");
        assertThat(sessions("?date_from=2001-09-10")).isEqualTo("1");
        assertThat(sessions("?ids=ses_a,ses_b")).isEqualTo("2");
        assertThat(api.get("/api/export?format=deepeval&status=golden").body())
                .isEqualTo(api.get(EXPORT + "?status=golden").body());
    }

    @Test
    void whatIsMissingIsToldExactly() {
        sync();
        assertError(api.get(EXPORT), 404, "No eval-ready sessions found");
        assertError(
                api.get(EXPORT + "?format=pdf"), 400, "Invalid format. Use: deepeval, openai, promptfoo, filesystem");

        mark("ses_a", "{\"evalReady\": true}");

        assertError(api.get(EXPORT + "?tool=nobody"), 404, "No sessions match the specified filters");
        assertError(api.get(EXPORT + "?ids=ses_b"), 404, "No sessions match the specified filters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=splendid",
                "turn_mode=half",
                "min_tokens=many",
                "date_from=tomorrow",
                "date_to=2026-13-01"
            })
    void unusableParametersAre400(String query) {
        assertThat(api.get(EXPORT + "?" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sessionIds\": \"some\"}",
                "{\"sessionIds\": []}",
                "{\"formats\": []}",
                "{\"formats\": [\"pdf\"]}",
                "{\"formats\": \"deepeval\"}",
                "{\"options\": {\"anonymise\": true}}",
                "{\"options\": {\"turnMode\": \"half\"}}",
                "{\"options\": []}",
                "{\"filter\": {\"status\": \"splendid\"}}",
                "{\"wishes\": 1}",
                "[]"
            })
    void unusableWishesAre400(String body) {
        assertThat(api.post(EXPORT, body).status()).isEqualTo(400);
    }

    @Test
    void anExportThatWasAskedForIsFetchedFromItsAddress() {
        sync();
        mark("ses_a", "{\"evalReady\": true}");
        mark("ses_b", "{\"evalReady\": true}");

        JsonNode ready = api.post(EXPORT, """
                {"sessionIds": ["ses_a"], "formats": ["openai"], "options": {"includeSystemPrompts": true, "hosted": true}}""").json();
        URI address = URI.create(ready.get("downloadUrl").asText());
        String path = address.getRawPath() + "?" + address.getRawQuery();
        ApiResponse file = api.get(path);

        assertThat(ready.at("/stats/sessions").asInt()).isEqualTo(1);
        assertThat(ready.at("/stats/testCases").asInt()).isEqualTo(2);
        assertThat(ready.get("expiresAt").asLong()).isPositive();
        assertThat(file.body().split("\n", -1))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"item\":{\"input\":[{\"role\":\"system\",\"content\":\"Rules\"}"));
        assertThat(OtherAccount.client(server, "SYNC,READ").get(path).status()).isEqualTo(404);
        assertThat(api.anonymous().get(path).status()).isEqualTo(401);
    }

    @Test
    void singleTestCasesAreExported() {
        sync();
        mark("ses_a", "{\"evalReady\": true}");
        mark("ses_b", "{\"evalReady\": true}");
        JsonNode listed = api.get("/api/sessions/ses_a/eval-cases").json().at("/cases/1");

        JsonNode ready =
                api.post(EXPORT, """
                {"formats": ["promptfoo"], "cases": [{"sessionId": "ses_a", "sequence": %d}]}""".formatted(listed.get("sequence").asInt())).json();
        URI address = URI.create(ready.get("downloadUrl").asText());

        assertThat(ready.at("/stats/testCases").asInt()).isEqualTo(1);
        assertThat(ready.at("/stats/sessions").asInt()).isEqualTo(1);
        assertThat(api.get(address.getRawPath() + "?" + address.getRawQuery()).body())
                .contains("Explain")
                .doesNotContain("hello");
    }

    @Test
    void sessionsOfOthersAreNotExported() {
        sync();
        mark("ses_a", "{\"evalReady\": true}");
        ApiClient stranger = OtherAccount.client(server, "SYNC,READ");

        assertThat(stranger.get(EXPORT).status()).isEqualTo(404);
        assertThat(stranger.get(EXPORT + "?ids=ses_a").status()).isEqualTo(404);
        assertThat(stranger.post(EXPORT, "{\"sessionIds\": [\"ses_a\"]}").status())
                .isEqualTo(404);
    }

    @Test
    void unchangedTestCasesAreNotSentAgain() {
        sync();
        mark("ses_a", "{\"evalReady\": true}");
        ApiResponse first = api.get(EXPORT);

        assertThat(api.send("GET", EXPORT, BodyPublishers.noBody(), Map.of("If-None-Match", first.header("ETag")))
                        .status())
                .isEqualTo(304);
    }

    private String cases(String format, String mode) {
        ApiResponse answer = api.get(EXPORT + "?format=" + format + "&turn_mode=" + mode);
        return answer.header("X-Export-TestCases");
    }

    private String sessions(String query) {
        return api.get(EXPORT + query).header("X-Export-Sessions");
    }

    private static void assertError(ApiResponse answer, int status, String error) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("error").asText()).isEqualTo(error);
    }

    private void mark(String id, String body) {
        ApiResponse answer = SessionEditIT.send(api, "PATCH", "/api/sessions/" + id + "/eval-ready", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void sync() {
        ApiResponse answer = api.post("/sync/batch", BATCH);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
    }
}
