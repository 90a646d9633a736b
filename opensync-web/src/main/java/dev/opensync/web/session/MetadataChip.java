package dev.opensync.web.session;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something a tool told about a session beside the usual, short enough for the header.
 *
 * @param name as the tool calls it
 * @param text as the header says it
 */
public record MetadataChip(String name, String text) {

    private static final int SHORT_CHARS = 60;
    private static final int CHIPS = 6;

    /** Counted by us, and in the header already. */
    private static final Set<String> COUNTED = Set.of("messageCount", "totalTokens");

    /** They say themselves what they are. */
    private static final Set<String> BRANCH = Set.of("gitBranch", "git_branch", "branch");

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[_-]+");

    /** Of the text of a JSON object; nested values are left to the API. */
    static List<MetadataChip> of(@Nullable String metadata) {
        return JsonShapes.object(metadata == null ? "" : metadata)
                .orElse(JsonObject.EMPTY_JSON_OBJECT)
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() instanceof JsonString || entry.getValue() instanceof JsonNumber)
                .filter(entry -> !COUNTED.contains(entry.getKey()))
                .flatMap(entry -> chip(entry).stream())
                .limit(CHIPS)
                .toList();
    }

    private static List<MetadataChip> chip(Map.Entry<String, ? extends JsonValue> entry) {
        String name = entry.getKey();
        String value = JsonShapes.pretty(entry.getValue());
        if (value.isBlank() || name.length() > SHORT_CHARS || value.length() > SHORT_CHARS) {
            return List.of();
        }
        String words = WORD_START.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return List.of(new MetadataChip(name, BRANCH.contains(name) ? value : words + " " + value));
    }
}
