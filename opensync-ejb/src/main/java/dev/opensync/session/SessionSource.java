package dev.opensync.session;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of the coding tools that send sessions. Any text is a source; these are the ones we know by name. */
public final class SessionSource {

    /** What a sender is taken for that never said who it is: the first plugin had no such field. */
    public static final String DEFAULT = "opencode";

    private static final Set<String> KNOWN =
            Set.of(DEFAULT, "claude-code", "factory-droid", "codex-cli", "cursor-sync", "cursor", "pi");

    private SessionSource() {}

    /** One spelling per source; null if nothing was said. Unknown names stay as they are, also in case. */
    public static @Nullable String normalise(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String stripped = name.strip();
        String lower = stripped.toLowerCase(Locale.ROOT);
        if (lower.equals("cursor")) {
            return "cursor-sync";
        }
        return KNOWN.contains(lower) ? lower : stripped;
    }
}
