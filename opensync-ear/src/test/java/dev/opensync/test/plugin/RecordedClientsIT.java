package dev.opensync.test.plugin;

import static dev.opensync.test.api.JsonFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are not published, or need their host to run: what they send, with the quirks of each. */
@SystemTest
@Tag("database")
class RecordedClientsIT {

    private final ApiClient api;

    RecordedClientsIT(TestServer server) {
        api = server.admin();
    }

    @ParameterizedTest
    @CsvSource({
        "opencode-all,ses_ID,2",
        "opencode-live,ses_ID,2",
        "opencode-windows,ses_ID,0",
        "opencode-test,test-ID,0",
        "droid,ID,4",
        "pi,ID,2",
        "pi-fork,ID,2",
        "codex,ID,4",
        "codex-old,ID,2",
        "cursor,ID,4",
        "cursor-test,cursor-test-ID,1",
        "claude-code-old,ID,2"
    })
    void sendingEverythingTwiceChangesNothing(String client, String id, int messages) {
        Recording recording = Recording.of(client);

        Synced once = Synced.read(api, id.replace("ID", recording.replay(api)));
        Synced twice = Synced.read(api, id.replace("ID", recording.replay(api, 2)));

        assertThat(once.messages()).hasSize(messages);
        assertThat(twice.messages()).hasSize(messages);
        assertFields(twice.session(), "{\"messageCount\": " + messages + "}");
        for (String field : new String[] {"title", "model", "source", "promptTokens", "totalTokens", "cost"}) {
            assertThat(twice.session().path(field))
                    .as(field)
                    .isEqualTo(once.session().path(field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opensync.convex.site", "/opensync.convex.site/", "/"})
    void theBaseUrlMayHaveAPath(String base) {
        String id = Recording.of("droid").replay(api.below(base));

        assertThat(Synced.read(api, id).messages()).hasSize(4);
    }

    @Test
    void opencodeImportKeepsToolOnlyTurnsAndDefaultsItsSource() {
        Synced stored = Synced.read(api, "ses_" + Recording.of("opencode-all").replay(api));

        assertFields(stored.session(), """
                {"title": "fix-flaky-test", "source": "opencode", "provider": "anthropic", "totalTokens": 980,
                 "cost": 0.12, "messageCount": 2}""");
        assertFields(stored.message("msg_2"), """
                {"textContent": "", "durationMs": 4100, "completionTokens": 80}""");
    }

    @Test
    void opencodeEventsWithPlaceholdersAndZerosEraseNothing() {
        Synced stored = Synced.read(api, "ses_" + Recording.of("opencode-live").replay(api));

        assertFields(stored.session(), """
                {"title": "Flaky parser test", "model": "claude-sonnet-4", "promptTokens": 900,
                 "completionTokens": 80, "cost": 0.12, "source": "opencode"}""");
        assertThat(stored.order()).containsExactly("msg_1", "msg_2");
    }

    @Test
    void opencodeOnWindowsHasAShortProjectName() {
        Synced stored =
                Synced.read(api, "ses_" + Recording.of("opencode-windows").replay(api));

        assertFields(stored.session(), """
                {"projectPath": "C:\\\\work\\\\parser", "projectName": "parser"}""");
    }

    @Test
    void droidTurnKeepsTheOrderOfItsBatches() {
        Synced stored = Synced.read(api, Recording.of("droid").replay(api));

        assertThat(stored.order()).containsExactly("z1", "z1-tool-toolu_1", "a2", "b3");
        assertFields(stored.session(), """
                {"source": "factory-droid", "promptTokens": 700, "completionTokens": 90, "durationMs": 45000}""");
        assertFields(stored.message("z1-tool-toolu_1"), """
                {"parts": [{"type": "tool_use", "content": {"toolName": "Read", "args": {"file_path": "a.c"}}}]}""");
    }

    @Test
    void piGetsItsSourceAndTitleLater() {
        Synced stored = Synced.read(api, Recording.of("pi").replay(api));

        assertFields(stored.session(), """
                {"source": "pi", "title": "Listing files", "promptTokens": 300, "completionTokens": 20,
                 "totalTokens": 320, "cost": 0.004, "durationMs": 9000, "messageCount": 2}""");
        assertThat(stored.messages().get(1).get("parts").findValuesAsText("type"))
                .containsExactly("text", "tool-call", "tool-result", "thinking");
    }

    @Test
    void piForkIsOrderedByItsTimes() {
        String id = Recording.of("pi-fork").replay(api);

        Synced stored = Synced.read(api, id);
        assertThat(stored.order()).containsExactly(id + "-user-1", id + "-assistant-2");
        assertFields(stored.messages().get(0), """
                {"createdAt": 1706234567000}""");
        assertFields(stored.session(), """
                {"title": "[Fork::0a1b2c3d] Listing files"}""");
    }

    @Test
    void codexTotalsAreCumulative() {
        Synced stored = Synced.read(api, Recording.of("codex").replay(api));

        assertFields(stored.session(), """
                {"source": "codex-cli", "promptTokens": 2500, "completionTokens": 180, "cost": 0.02,
                 "provider": "openai", "messageCount": 4}""");
        assertThat(stored.messages().findValuesAsText("role")).containsExactly("user", "tool", "assistant", "user");
    }

    @Test
    void oldCodexNeedsNoMessageIds() {
        Synced stored = Synced.read(api, Recording.of("codex-old").replay(api));

        assertFields(stored.session(), """
                {"promptTokens": 1000, "completionTokens": 100, "totalTokens": 1100, "messageCount": 2}""");
        assertThat(stored.messages().findValuesAsText("textContent")).containsExactly("Add a flag", "Added.");
    }

    @Test
    void cursorIsOrderedByItsTimestamps() {
        Synced stored = Synced.read(api, Recording.of("cursor").replay(api));

        assertThat(stored.messages().findValuesAsText("textContent"))
                .containsExactly("Install it", "npm install", "Edited: a.js\n\n- old\n+ new", "Installed.");
        assertFields(stored.session(), """
                {"source": "cursor-sync", "title": "Install it"}""");
        assertFields(stored.messages().get(1), """
                {"role": "tool", "createdAt": 1706234568000,
                 "parts": [{"type": "tool_use", "content": "shell: npm install"}]}""");
    }

    @Test
    void oldClaudeCodeNamesAreUnderstood() {
        Synced stored = Synced.read(api, Recording.of("claude-code-old").replay(api));

        assertFields(stored.session(), """
                {"source": "claude-code", "projectPath": "/x/old", "projectName": "old", "promptTokens": 70,
                 "completionTokens": 7, "cost": 0.003, "durationMs": 60000, "createdAt": 1768564800000}""");
        assertFields(stored.message("toolu_1"), """
                {"parts": [{"type": "tool-call",
                            "content": "{\\"toolName\\":\\"Bash\\",\\"args\\":{\\"command\\":\\"ls\\"}}"}]}""");
    }

    @Test
    void pythonPluginTellsARunAsEvents() {
        String id = Recording.of("python").replay(api);

        Synced stored = Synced.read(api, id);
        assertFields(stored.session(), """
                {"source": "claude-code", "projectPath": "/x/snake", "projectName": "snake",
                 "model": "claude-sonnet-4", "promptTokens": 400, "completionTokens": 40,
                 "createdAt": 1737028800000, "metadata": {"gitBranch": "main", "endReason": "exit"}}""");
        assertThat(stored.messages().findValuesAsText("textContent")).contains("Write a game", "Here it is.");
    }
}
