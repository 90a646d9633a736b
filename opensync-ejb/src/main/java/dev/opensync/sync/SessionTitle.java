package dev.opensync.sync;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of two titles of a session to keep.
 *
 * <p>Plugins send placeholders before they know better, and Claude Code's plugin sends a made-up slug or the newest prompt
 * after a resume (wire contract of the published plugins, claude-code-sync 0.1.15).
 */
final class SessionTitle {

    private static final Set<String> PLACEHOLDERS = Set.of("", "untitled", "untitled session", "unknown");
    private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+){2,}");
    private static final String KEEPS_FIRST_TITLE = "claude-code";

    private SessionTitle() {}

    static @Nullable String choose(@Nullable String stored, @Nullable String incoming, String source) {
        if (incoming == null || incoming.isBlank()) {
            return stored;
        }
        if (stored == null || isPlaceholder(stored)) {
            return incoming;
        }
        if (isPlaceholder(incoming)) {
            return stored;
        }
        boolean keepsStored = source.equals(KEEPS_FIRST_TITLE) && (!isSlug(stored) || isSlug(incoming));
        return keepsStored ? stored : incoming;
    }

    static boolean isPlaceholder(String name) {
        return PLACEHOLDERS.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isSlug(String title) {
        return SLUG.matcher(title).matches();
    }
}
