package dev.opensync.web.session;

import java.util.List;
import java.util.Locale;

/**
 * How a coding tool is marked in lists.
 *
 * @param letters two letters
 * @param name in full; a tool we do not know is shown under the name it sent
 * @param tint CSS class of its hue
 */
public record SourceBadge(String letters, String name, String tint) {

    /** The names under which the tools we know send their sessions. */
    public static final List<String> KNOWN =
            List.of("opencode", "claude-code", "cursor-sync", "codex-cli", "factory-droid", "pi");

    public static SourceBadge of(String source) {
        return switch (source) {
            case "opencode" -> new SourceBadge("OC", "OpenCode", source);
            case "claude-code" -> new SourceBadge("CC", "Claude Code", source);
            case "factory-droid" -> new SourceBadge("FD", "Factory Droid", source);
            case "codex-cli" -> new SourceBadge("CX", "Codex CLI", source);
            case "cursor-sync" -> new SourceBadge("CR", "Cursor", source);
            case "pi" -> new SourceBadge("PI", "Pi", source);
            default -> new SourceBadge(initials(source), source, "other");
        };
    }

    /** First letters of the first two words, or the first two letters of the only one. */
    private static String initials(String source) {
        String[] words = source.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" ", -1);
        String letters = words.length > 1 ? first(words[0], 1) + first(words[1], 1) : first(words[0], 2);
        return letters.isEmpty() ? "?" : letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word, int count) {
        int end = word.offsetByCodePoints(0, Math.min(count, word.codePointCount(0, word.length())));
        return word.substring(0, end);
    }
}
