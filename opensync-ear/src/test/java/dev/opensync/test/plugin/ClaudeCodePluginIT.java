package dev.opensync.test.plugin;

import static dev.opensync.test.api.JsonFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.NodeTool;
import dev.opensync.harness.RequiresNode;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SystemTest
@RequiresNode
@Tag("database")
class ClaudeCodePluginIT {

    /** Of one run: two answers of the model, the first with a tool call. Usage and model as Claude Code writes them. */
    private static final String TRANSCRIPT = """
            {"type":"user","uuid":"UUID-u1","sessionId":"UUID","cwd":"/work/parser","timestamp":"2026-03-01T10:00:00.000Z","message":{"role":"user","content":"Rename the parser"}}
            {"type":"assistant","uuid":"UUID-a1","slug":"fuzzy-singing-otter","timestamp":"2026-03-01T10:00:30.000Z","message":{"id":"msg_1","role":"assistant","model":"claude-sonnet-4-20250514","content":[{"type":"thinking","thinking":"Hm."},{"type":"text","text":"I will look at the files first."},{"type":"tool_use","id":"toolu_UUID","name":"Bash","input":{"command":"ls"}}],"usage":{"input_tokens":1000,"cache_creation_input_tokens":200,"cache_read_input_tokens":3000,"output_tokens":150}}}
            {"type":"user","uuid":"UUID-u2","timestamp":"2026-03-01T10:00:40.000Z","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_UUID","content":"a.c"}]}}
            {"type":"assistant","uuid":"UUID-a2","timestamp":"2026-03-01T10:01:30.000Z","message":{"id":"msg_2","role":"assistant","model":"claude-sonnet-4-20250514","content":[{"type":"text","text":"Done: `Parser` is now `Reader`."}],"usage":{"input_tokens":500,"output_tokens":50}}}
            """;

    private final TestServer server;
    private final ClaudeCodePlugin plugin;
    private final Path transcript;
    private final String sessionId = Synced.newId();

    ClaudeCodePluginIT(TestServer server, @TempDir Path home) throws IOException {
        this.server = server;
        plugin = new ClaudeCodePlugin(server, home);
        transcript = Files.writeString(home.resolve("transcript.jsonl"), named(TRANSCRIPT));
    }

    @Test
    void connectionTestPassesAndLeavesASession() {
        NodeTool.Result result = plugin.run("synctest");

        assertThat(result.output()).contains("Sync test passed");
        assertThat(result.status()).isZero();
        JsonNode newest = server.admin().get("/api/sessions?limit=200").json().get("sessions");
        assertThat(StreamSupport.stream(newest.spliterator(), false)
                        .map(session -> session.path("title").asText()))
                .contains("Connection Test");
    }

    @Test
    void statusSaysConnected() {
        assertThat(plugin.run("status").output()).contains("Connected to Convex backend");
    }

    @Test
    void everyHookOfARunIsStored() {
        runOnce();

        Synced stored = Synced.read(server.admin(), sessionId);
        assertFields(stored.session(), """
                {"title": "Rename the parser", "source": "claude-code", "projectPath": "/work/parser",
                 "projectName": "parser", "model": "claude-sonnet-4-20250514",
                 "promptTokens": 4700, "completionTokens": 200, "totalTokens": 4900, "cost": 0.00915,
                 "durationMs": 90000, "messageCount": 4}""");
        assertFields(stored.message("toolu_" + sessionId), """
                {"role": "assistant", "durationMs": 12, "parts": [
                   {"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "ls"}}},
                   {"type": "tool-result", "content": "a.c"}]}""");
        assertFields(stored.message(sessionId + "-a1"), """
                {"role": "assistant", "textContent": "I will look at the files first.",
                 "model": "claude-sonnet-4-20250514"}""");
        assertFields(stored.message(sessionId + "-a2"), """
                {"textContent": "Done: `Parser` is now `Reader`."}""");
        assertFields(stored.messages().get(0), """
                {"role": "user", "textContent": "Rename the parser"}""");
    }

    /** The plugin posts tools at once and texts only at the end of a turn, nothing with a time. */
    @Test
    void messagesAreShownAsTheyArrive() {
        runOnce();

        List<String> order = Synced.read(server.admin(), sessionId).order();
        assertThat(order.get(0)).startsWith(sessionId + "-user-");
        assertThat(order.subList(1, 4)).containsExactly("toolu_" + sessionId, sessionId + "-a1", sessionId + "-a2");
    }

    @Test
    void whatTheSessionEndTellsBesidesIsKept() {
        runOnce();

        assertFields(Synced.read(server.admin(), sessionId).session(), """
                {"metadata": {"endReason": "exit", "toolCallCount": 1}}""");
    }

    /** It forgets what it has sent, so everything comes once more, with the slug as title. */
    @Test
    void resumedRunRepeatsNothing() {
        runOnce();

        runOnce();

        Synced stored = Synced.read(server.admin(), sessionId);
        assertFields(stored.session(), """
                {"title": "Rename the parser", "promptTokens": 4700, "cost": 0.00915}""");
        assertThat(stored.order()).filteredOn(id -> !id.contains("-user-")).hasSize(3);
    }

    private void runOnce() {
        plugin.hook("SessionStart", named("""
                {"session_id": "UUID", "hook_event_name": "SessionStart", "source": "startup", "cwd": "/work/parser",
                 "model": "claude-sonnet-4-20250514", "permission_mode": "default"}"""));
        plugin.hook("UserPromptSubmit", named("""
                {"session_id": "UUID", "hook_event_name": "UserPromptSubmit", "cwd": "/work/parser",
                 "prompt": "Rename the parser"}"""));
        plugin.hook("PostToolUse", named("""
                {"session_id": "UUID", "hook_event_name": "PostToolUse", "tool_name": "Bash",
                 "tool_use_id": "toolu_UUID", "tool_input": {"command": "ls"},
                 "tool_result": {"output": "a.c"}, "tool_response": {"stdout": "a.c"}, "duration_ms": 12}"""));
        plugin.hook("Stop", named("""
                {"session_id": "UUID", "hook_event_name": "Stop", "transcript_path": "TRANSCRIPT",
                 "stop_hook_active": false}"""));
        plugin.hook("SessionEnd", named("""
                {"session_id": "UUID", "hook_event_name": "SessionEnd", "transcript_path": "TRANSCRIPT",
                 "cwd": "/work/parser", "reason": "exit"}"""));
    }

    private String named(String json) {
        return json.replace("UUID", sessionId).replace("TRANSCRIPT", String.valueOf(transcript));
    }
}
