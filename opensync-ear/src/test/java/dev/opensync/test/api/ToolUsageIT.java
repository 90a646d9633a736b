package dev.opensync.test.api;

import static dev.opensync.harness.Patience.await;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which tools were called; each test has a person of its own. */
@SystemTest
@Tag("database")
class ToolUsageIT {

    private static final String DAYS = "?from=2026-01-01&to=2026-01-31";

    private final TestServer server;
    private final ApiClient api;

    ToolUsageIT(TestServer server) {
        this.server = server;
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void callsTimesAndFailuresAreCounted() {
        sync("a", "shop");

        await().untilAsserted(() ->
                assertThatJson(api.get("/api/analytics/tools" + DAYS).body()).isEqualTo("""
                        {"from": "2026-01-01", "to": "2026-01-31", "toolCount": 2, "tools": [
                          {"tool": "Bash", "sessions": 1, "calls": 2, "results": 2, "failures": 1, "failureRate": 0.5,
                           "timedCalls": 2, "durationMs": 5000, "averageDurationMs": 2500},
                          {"tool": "Read", "sessions": 1, "calls": 1, "results": 0, "failures": 0,
                           "timedCalls": 0, "durationMs": 0}]}
                        """));
    }

    @Test
    void changesAndDeletionsAreFollowed() {
        sync("a", "shop");
        sync("b", "blog");
        await().until(() -> calls(DAYS) == 4);
        assertThat(calls(DAYS + "&project=blog")).isEqualTo(2);
        assertThat(calls(DAYS + "&model=m1&source=pi")).isEqualTo(4);
        assertThat(calls(DAYS + "&model=m2")).isZero();
        assertThat(calls("?from=2026-02-01&to=2026-02-28")).isZero();

        message("a", "m9", "assistant", "{\"type\": \"tool-call\", \"content\": {\"toolName\": \"Bash\"}}", 9_000);
        await().until(() -> calls(DAYS) == 5);

        api.send("DELETE", "/api/sessions/b", BodyPublishers.noBody(), Map.of());
        assertThat(calls(DAYS)).isEqualTo(3);
    }

    @Test
    void sessionOfAnEarlierDayTakesItsCallsThere() {
        sync("a", "shop");
        await().until(() -> calls(DAYS) == 2);

        api.post("/sync/session", "{\"externalId\": \"a\", \"createdAt\": 1765843200000}");

        await().until(() -> calls("?from=2025-12-16&to=2025-12-16") == 2);
        assertThat(count(DAYS)).isZero();
    }

    @Test
    void nobodySeesToolsOfAnother() {
        sync("a", "shop");
        await().until(() -> count(DAYS) == 2);

        ApiClient stranger = OtherAccount.client(server, "READ");

        assertThat(stranger.get("/api/analytics/tools" + DAYS)
                        .json()
                        .get("toolCount")
                        .asInt())
                .isZero();
    }

    @Test
    void providersAreRefused() {
        assertThat(api.get("/api/analytics/tools?provider=openai").status()).isEqualTo(400);
    }

    private void sync(String id, String project) {
        api.post(
                "/sync/session",
                "{\"externalId\": \"" + id + "\", \"projectName\": \"" + project
                        + "\", \"source\": \"pi\", \"model\": \"m1\", \"createdAt\": 1768435200000}");
        message(id, "m1", "assistant", """
                {"type": "tool-call", "content": {"toolName": "Bash", "toolCallId": "1", "args": {"command": "ls"}}},
                {"type": "tool-call", "content": {"toolName": "Read", "toolCallId": "2"}}
                """, 0);
        message(id, "m2", "tool", """
                {"type": "tool-result", "content": {"toolCallId": "1", "result": "a b"}}
                """, 2_000);
        message(id, "m3", "assistant", """
                {"type": "tool-call", "content": {"toolName": "Bash", "toolCallId": "3"}}
                """, 3_000);
        message(id, "m4", "tool", """
                {"type": "tool-result", "content": {"toolCallId": "3", "isError": true, "result": "denied"}}
                """, 6_000);
    }

    private void message(String session, String id, String role, String parts, long after) {
        assertThat(api.post(
                                "/sync/message",
                                "{\"sessionExternalId\": \"" + session + "\", \"externalId\": \"" + id
                                        + "\", \"role\": \"" + role + "\", \"createdAt\": " + (1768435200000L + after)
                                        + ", \"parts\": [" + parts + "]}")
                        .status())
                .isEqualTo(200);
    }

    private int count(String parameters) {
        return tools(parameters).get("toolCount").asInt();
    }

    /** Of Bash. */
    private int calls(String parameters) {
        for (JsonNode tool : tools(parameters).get("tools")) {
            if (tool.get("tool").asText().equals("Bash")) {
                return tool.get("calls").asInt();
            }
        }
        return 0;
    }

    private JsonNode tools(String parameters) {
        return api.get("/api/analytics/tools" + parameters).json();
    }
}
