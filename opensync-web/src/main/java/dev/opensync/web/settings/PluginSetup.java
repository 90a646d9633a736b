package dev.opensync.web.settings;

import dev.opensync.web.session.SourceBadge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that connect one plugin.
 *
 * @param id for element ids, lower case letters and dashes
 */
public record PluginSetup(String id, SourceBadge badge, List<Step> steps) {

    /** Both login commands that look at the host accept this path, and the server ignores it. */
    private static final String ACCEPTED_PATH = "/opensync.convex.site";
    /** Stands where the reader puts the key. */
    private static final String KEY = "osk_...";

    public PluginSetup {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param text key of its sentence in the texts
     * @param command what to type, null where the sentence says it all
     */
    public record Step(String text, @Nullable String command) {}

    static List<PluginSetup> all(String url) {
        return List.of(claudeCode(url), openCode(url), codex(url), cursor(url), droid(url), pi(url));
    }

    private static PluginSetup claudeCode(String url) {
        return new PluginSetup(
                "claude-code",
                SourceBadge.of("claude-code"),
                List.of(
                        new Step("plugin_install", "npm install -g claude-code-sync"),
                        new Step("plugin_config_file", file("~/.config/claude-code-sync", """
                                {
                                  "convexUrl": "%s",
                                  "apiKey": "%s",
                                  "autoSync": true,
                                  "syncToolCalls": true,
                                  "syncThinking": false
                                }""".formatted(url, KEY))),
                        new Step("plugin_hooks", "claude-code-sync setup"),
                        new Step("plugin_test", "claude-code-sync synctest"),
                        new Step("plugin_login_instead", "claude-code-sync login\n# URL: " + url + ACCEPTED_PATH)));
    }

    private static PluginSetup openCode(String url) {
        return new PluginSetup(
                "opencode",
                SourceBadge.of("opencode"),
                List.of(
                        new Step("plugin_install", "npm install -g opencode-sync-plugin"),
                        new Step("plugin_login_path", "opencode-sync login\n# URL: " + url + ACCEPTED_PATH),
                        new Step("plugin_opencode_json", "{ \"plugin\": [\"opencode-sync-plugin\"] }"),
                        new Step("plugin_test", "opencode-sync sync"),
                        new Step("plugin_backfill", "opencode-sync sync --all")));
    }

    private static PluginSetup codex(String url) {
        return new PluginSetup(
                "codex",
                SourceBadge.of("codex-cli"),
                List.of(
                        new Step("plugin_install", "npm install -g codex-sync"),
                        new Step("plugin_login", "codex-sync login\n# URL: " + url),
                        new Step("plugin_codex_setup", "codex-sync setup"),
                        new Step("plugin_test", "codex-sync synctest"),
                        new Step("plugin_login_refused", file("~/.codex-sync", config(url)))));
    }

    private static PluginSetup cursor(String url) {
        return new PluginSetup(
                "cursor",
                SourceBadge.of("cursor-sync"),
                List.of(
                        new Step("plugin_install", "npm install -g cursor-opensync-plugin"),
                        new Step("plugin_login", "cursor-sync login\n# URL: " + url),
                        new Step("plugin_hooks", "cursor-sync setup"),
                        new Step("plugin_test", "cursor-sync synctest"),
                        new Step("plugin_login_refused", file("~/.cursor-sync", config(url)))));
    }

    private static PluginSetup droid(String url) {
        return new PluginSetup(
                "droid",
                SourceBadge.of("factory-droid"),
                List.of(
                        new Step("plugin_install", "npm install -g droid-sync"),
                        new Step("plugin_droid_login", "droid-sync login\n# URL: " + url),
                        new Step("plugin_verify", "droid-sync verify")));
    }

    private static PluginSetup pi(String url) {
        return new PluginSetup(
                "pi",
                SourceBadge.of("pi"),
                List.of(
                        new Step("plugin_install", "pi install npm:pi-opensync-plugin"),
                        new Step("plugin_environment", """
                                export PI_OPENSYNC_CONVEX_URL=%s
                                export PI_OPENSYNC_API_KEY=%s
                                export PI_OPENSYNC_AUTO_SYNC=true""".formatted(url, KEY)),
                        new Step("plugin_pi_dialog", "/opensync:config")));
    }

    private static String config(String url) {
        return """
                {
                  "convexUrl": "%s",
                  "apiKey": "%s"
                }""".formatted(url, KEY);
    }

    private static String file(String folder, String json) {
        return "mkdir -p " + folder + " && cat > " + folder + "/config.json <<'END'\n" + json + "\nEND";
    }
}
