package dev.opensync.test.plugin;

import dev.opensync.harness.NodeTool;
import dev.opensync.harness.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The published plugin, called as Claude Code calls it: one process per event, the event as JSON on its input. */
final class ClaudeCodePlugin {

    private static final String VERSION = "0.1.15";

    private final NodeTool tool = NodeTool.install("claude-code-sync", VERSION);
    private final Map<String, String> environment;

    /** {@code home} takes the place of the user's folder, where the plugin keeps its state. */
    ClaudeCodePlugin(TestServer server, Path home) {
        environment = Map.of(
                "HOME", home.toString(),
                "USERPROFILE", home.toString(),
                "CLAUDE_SYNC_CONVEX_URL", server.baseUrl().toString(),
                "CLAUDE_SYNC_API_KEY", server.adminKey(),
                "CLAUDE_SYNC_TOOL_CALLS", "true");
    }

    NodeTool.Result run(String command) {
        return tool.run("claude-code-sync/dist/cli.js", List.of(command), "", environment);
    }

    /** Fails if the plugin complained: it never tells by its exit status. */
    void hook(String event, String json) {
        NodeTool.Result result = tool.run("claude-code-sync/dist/cli.js", List.of("hook", event), json, environment);
        if (result.status() != 0 || !result.output().isBlank()) {
            throw new AssertionError(event + ": status " + result.status() + ", " + result.output());
        }
    }
}
