package dev.opensync.test.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** Every route of evals and datasets, as a program uses them one after the other. */
final class EvalRoutes {

    /** Those that read; {@code evals} is the session and the dataset of {@link #walk}. */
    static final List<String> READS = List.of(
            "/api/sessions/evals/eval-ready",
            "/api/sessions/eval-ready",
            "/api/eval-tags",
            "/api/export/evals",
            "/api/export?format=deepeval",
            "/api/eval-datasets",
            "/api/eval-datasets/evals",
            "/api/eval-datasets/evals/export",
            "/api/eval-datasets/evals/compare");

    private static final String SESSION = """
            {"sessions": [{"externalId": "evals", "model": "opus", "source": "claude-code", "createdAt": 1000000000000}],
             "messages": [{"sessionExternalId": "evals", "externalId": "1", "role": "user", "textContent": "Is it baked?"},
                          {"sessionExternalId": "evals", "externalId": "2", "role": "assistant", "textContent": "Yes."}]}
            """;

    private final ApiClient api;

    EvalRoutes(ApiClient api) {
        this.api = api;
    }

    /** From a session to a dataset and back; fails where an answer is not the usual one. */
    void walk() {
        ok("POST", "/sync/batch", SESSION);
        mark();
        export();
        keep();
    }

    private void mark() {
        JsonNode marked = ok(
                        "PATCH",
                        "/api/sessions/evals/eval-ready",
                        "{\"evalReady\": true, \"evalStatus\": \"golden\", \"evalTags\": [\"bakery\"]}")
                .json();
        assertThat(marked.at("/session/evalStatus").asText()).isEqualTo("golden");
        String id = marked.at("/session/id").asText();
        JsonNode many = ok(
                        "POST",
                        "/api/sessions/eval-ready",
                        "{\"sessionIds\": [\"%s\"], \"addTags\": [\"bread\"]}".formatted(id))
                .json();
        assertThat(many.get("sessions").asInt()).isEqualTo(1);
        assertThat(get("/api/sessions/evals/eval-ready")
                        .json()
                        .at("/checklist/hasExchange")
                        .asBoolean())
                .isTrue();
        assertThat(get("/api/sessions/eval-ready?status=golden&tags=bread")
                        .json()
                        .at("/sessions/0/externalId")
                        .asText())
                .isEqualTo("evals");
        assertThat(get("/api/eval-tags").json().get("tags")).hasSize(2);
    }

    private void export() {
        for (String format : List.of("deepeval", "openai", "promptfoo", "filesystem")) {
            ApiResponse file = get("/api/export/evals?format=" + format);
            assertThat(file.header("X-Export-TestCases")).isEqualTo("1");
            assertThat(file.body()).contains("Is it baked?");
        }
        assertThat(get("/api/export?format=deepeval").body()).contains("Is it baked?");
        JsonNode ready = ok("POST", "/api/export/evals", "{\"sessionIds\": [\"evals\"], \"formats\": [\"openai\"]}")
                .json();
        URI address = URI.create(ready.get("downloadUrl").asText());
        assertThat(get(address.getRawPath() + "?" + address.getRawQuery()).body())
                .contains("Is it baked?");
    }

    private void keep() {
        assertThat(ok("POST", "/api/eval-datasets", "{\"name\": \"evals\"}")
                        .json()
                        .get("testCases")
                        .asInt())
                .isEqualTo(1);
        ok("POST", "/api/eval-datasets", "{\"name\": \"evals\"}");
        assertThat(get("/api/eval-datasets").json().get("datasets")).hasSize(1);
        assertThat(get("/api/eval-datasets/evals").json().get("versions")).hasSize(2);
        assertThat(get("/api/eval-datasets/evals/export?version=1").body()).contains("Is it baked?");
        assertThat(get("/api/eval-datasets/evals/compare")
                        .json()
                        .get("unchanged")
                        .asInt())
                .isEqualTo(1);
        ok("DELETE", "/api/eval-datasets/evals", "");
    }

    private ApiResponse get(String path) {
        return ok("GET", path, "");
    }

    private ApiResponse ok(String method, String path, String body) {
        ApiResponse answer = api.send(
                method,
                path,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                Map.of("Content-Type", "application/json"));
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isEqualTo(200);
        return answer;
    }
}
