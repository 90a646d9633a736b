package dev.opensync.test.api;

import static dev.opensync.test.api.JsonFields.assertFields;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two functions that the Python plugin calls as it would call a Convex deployment. */
@SystemTest
@Tag("database")
class FunctionsIT {

    private final TestServer server;
    private final ApiClient api;
    private final String id = Synced.newId();

    FunctionsIT(TestServer server) {
        this.server = server;
        api = server.admin();
    }

    @Test
    void healthCheckNeedsNobodyAndIsWrapped() {
        ApiResponse answer = server.anonymous().post("/api/query", """
                {"path": "sync:healthCheck", "args": {}}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThatJson(answer.body()).isEqualTo("""
                {"status": "success", "value": {"status": "ok", "timestamp": "${json-unit.any-string}"},
                 "timestamp": "${json-unit.any-string}", "logLines": []}""");
    }

    @Test
    void eventIsAnsweredWrappedAndBareAtOnce() {
        assertThatJson(record(api, "session_start", "").body()).isEqualTo("""
                {"status": "success", "value": {"success": true}, "success": true, "logLines": []}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"path\": \"sync:recordEvent\", \"args\": {\"apiKey\": \"KEY\", EVENT}}",
                "{\"path\": \"sync:recordEvent\", \"args\": {\"api_key\": \"KEY\", EVENT}}",
                "{\"path\": \"sync:recordEvent\", \"args\": [{\"api_key\": \"KEY\", EVENT}]}",
                "{\"path\": \"sync:recordEvent\", \"args\": {EVENT_WITH_KEY}}",
            })
    void keyMayBeAmongTheArguments(String body) {
        String event = "\"eventType\": \"session_start\", \"payload\": {\"sessionId\": \"" + id + "\"}";
        String eventWithKey = event.replace("\"payload\": {", "\"payload\": {\"apiKey\": \"KEY\", ");

        ApiResponse answer = server.anonymous()
                .post(
                        "/api/mutation",
                        body.replace("EVENT_WITH_KEY", eventWithKey)
                                .replace("EVENT", event)
                                .replace("KEY", server.adminKey()));

        assertThat(answer.status()).isEqualTo(200);
        assertFields(Synced.read(api, id).session(), "{\"externalId\": \"" + id + "\"}");
        assertThat(recorded()).hasSize(1).noneMatch(kept -> kept.contains(server.adminKey()));
    }

    @Test
    void withoutAnyKeyItIs401InBothShapes() {
        ApiResponse answer = record(server.anonymous(), "session_start", "");

        assertThat(answer.status()).isEqualTo(401);
        assertFields(answer.json(), """
                {"status": "error", "errorMessage": "Missing Authorization header",
                 "error": "Missing Authorization header"}""");
    }

    @Test
    void unknownKeyIs401() {
        assertThat(record(server.anonymous().withToken("osk_unknownunknownunknown"), "session_start", "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keyThatMayNotSyncIs403() {
        assertThat(record(OtherAccount.client(server, "READ"), "session_start", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void unknownEventIsKeptAndSucceeds() {
        ApiResponse answer = record(api, "compaction", ", \"before\": 1.50");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(recorded()).singleElement().asString().contains("\"compaction\"", "1.50");
    }

    @Test
    void unknownFunctionSaysWhichThereIs() {
        ApiResponse answer = api.post("/api/mutation", """
                {"path": "messages:send", "args": {}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertFields(answer.json(), """
                {"status": "error"}""");
        assertThat(answer.json().get("error").asText()).contains("messages:send", "sync:recordEvent");
    }

    @Test
    void toolUseBecomesAMessageWithItsResult() {
        record(
                api,
                "tool_use",
                ", \"tool_name\": \"Bash\", \"tool_input\": {\"command\": \"ls\"}, \"outcome\": \"a.c\"");

        assertFields(Synced.read(api, id).onlyMessage(), """
                {"role": "assistant", "parts": [
                    {"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "ls"}}},
                    {"type": "tool-result", "content": "a.c"}]}""");
    }

    @Test
    void endGivesReasonTotalsTranscriptAndDuration() {
        record(api, "session_start", ", \"workingDirectory\": \"/x/snake\", \"gitBranch\": \"main\"");

        api.post("/api/mutation", """
                {"path": "sync:recordEvent", "args": {"eventType": "session_end", "timestamp": "2025-01-16T12:01:00Z",
                  "payload": {"sessionId": "ID", "endReason": "exit", "toolCallCount": 1, "model": "claude-sonnet-4",
                    "tokenUsage": {"input": 400, "output": 40},
                    "messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}}}
                """.replace("ID", id));

        Synced stored = Synced.read(api, id);
        assertFields(stored.session(), """
                {"projectPath": "/x/snake", "model": "claude-sonnet-4", "totalTokens": 440, "durationMs": 60000,
                 "metadata": {"gitBranch": "main", "endReason": "exit", "toolCallCount": 1}}""");
        assertThat(stored.order()).containsExactly(id + "-msg-0", id + "-msg-1");
    }

    private ApiResponse record(ApiClient client, String type, String payload) {
        return client.post(
                "/api/mutation", """
                {"path": "sync:recordEvent", "args": {"eventType": "TYPE", "timestamp": "2025-01-16T12:00:00Z",
                  "source": "claude-code", "payload": {"sessionId": "ID" PAYLOAD}}}
                """.replace("TYPE", type).replace("ID", id).replace("PAYLOAD", payload));
    }

    /** The bodies of the events about this test's session. */
    private List<String> recorded() {
        try (Connection connection = server.database().connect();
                PreparedStatement query =
                        connection.prepareStatement("SELECT body FROM recorded_event WHERE session_external_id = ?")) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                List<String> bodies = new ArrayList<>();
                while (rows.next()) {
                    bodies.add(rows.getString("body"));
                }
                return bodies;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
