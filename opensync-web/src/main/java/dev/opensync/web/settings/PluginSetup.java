package dev.opensync.web.settings;

import dev.opensync.web.session.SourceBadge;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that connect one plugin.
 *
 * @param id for element ids, lower case letters and dashes
 */
public record PluginSetup(String id, SourceBadge badge, List<Step> steps) {

    /** Stands in the commands below where the address of the server belongs. */
    private static final String URL = "{url}";
    /** Both login commands that look at the host accept this path, and the server ignores it. */
    private static final String ACCEPTED_URL = URL + "/opensync.convex.site";
    /** Stands where the reader puts the key. */
    private static final String KEY = "osk_...";

    private static final String CONFIG = """
            {
              "convexUrl": "%s",
              "apiKey": "%s"
            }""".formatted(URL, KEY);

    private static final List<PluginSetup> ALL = List.of(
            plugin(
                    "claude-code",
                    "claude-code",
                    step("plugin_install", "npm install -g claude-code-sync"),
                    step("plugin_config_file", file("~/.config/claude-code-sync", """
                            {
                              "convexUrl": "%s",
                              "apiKey": "%s",
                              "autoSync": true,
                              "syncToolCalls": true,
                              "syncThinking": false
                            }""".formatted(URL, KEY))),
                    step("plugin_hooks", "claude-code-sync setup"),
                    step("plugin_test", "claude-code-sync synctest"),
                    step("plugin_login_instead", login("claude-code-sync", ACCEPTED_URL))),
            plugin(
                    "opencode",
                    "opencode",
                    step("plugin_install", "npm install -g opencode-sync-plugin"),
                    step("plugin_login_path", login("opencode-sync", ACCEPTED_URL)),
                    step("plugin_opencode_json", "{ \"plugin\": [\"opencode-sync-plugin\"] }"),
                    step("plugin_test", "opencode-sync sync"),
                    step("plugin_backfill", "opencode-sync sync --all")),
            plugin(
                    "codex",
                    "codex-cli",
                    step("plugin_install", "npm install -g codex-sync"),
                    step("plugin_login", login("codex-sync", URL)),
                    step("plugin_codex_setup", "codex-sync setup"),
                    step("plugin_test", "codex-sync synctest"),
                    step("plugin_login_refused", file("~/.codex-sync", CONFIG))),
            plugin(
                    "cursor",
                    "cursor-sync",
                    step("plugin_install", "npm install -g cursor-opensync-plugin"),
                    step("plugin_login", login("cursor-sync", URL)),
                    step("plugin_hooks", "cursor-sync setup"),
                    step("plugin_test", "cursor-sync synctest"),
                    step("plugin_login_refused", file("~/.cursor-sync", CONFIG))),
            plugin(
                    "droid",
                    "factory-droid",
                    step("plugin_install", "npm install -g droid-sync"),
                    step("plugin_droid_login", login("droid-sync", URL)),
                    step("plugin_verify", "droid-sync verify")),
            plugin(
                    "pi",
                    "pi",
                    step("plugin_install", "pi install npm:pi-opensync-plugin"),
                    step("plugin_environment", """
                            export PI_OPENSYNC_CONVEX_URL=%s
                            export PI_OPENSYNC_API_KEY=%s
                            export PI_OPENSYNC_AUTO_SYNC=true""".formatted(URL, KEY)),
                    step("plugin_pi_dialog", "/opensync:config")));

    public PluginSetup {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param text key of its sentence in the texts
     * @param command what to type, null where the sentence says it all
     */
    public record Step(String text, @Nullable String command) {

        private Step at(String url) {
            return new Step(text, command == null ? null : command.replace(URL, url));
        }
    }

    /** {@code url}: where plugins reach this server. */
    static List<PluginSetup> all(String url) {
        return ALL.stream()
                .map(plugin -> new PluginSetup(
                        plugin.id,
                        plugin.badge,
                        plugin.steps.stream().map(step -> step.at(url)).toList()))
                .toList();
    }

    private static PluginSetup plugin(String id, String source, Step... steps) {
        return new PluginSetup(id, SourceBadge.of(source), Arrays.asList(steps));
    }

    private static Step step(String text, String command) {
        return new Step(text, command);
    }

    private static String login(String program, String url) {
        return program + " login\n# URL: " + url;
    }

    private static String file(String folder, String json) {
        return "mkdir -p " + folder + " && cat > " + folder + "/config.json <<'END'\n" + json + "\nEND";
    }
}
