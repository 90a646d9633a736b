package dev.opensync.web.session;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something a tool told about a session beside the usual, short enough for the header. */
public record MetadataChip(String name, String value) {

    private static final int SHORT_CHARS = 60;
    private static final int CHIPS = 6;

    /** Of the text of a JSON object; nested values are left to the API. */
    static List<MetadataChip> of(@Nullable String metadata) {
        return JsonShapes.object(metadata == null ? "" : metadata)
                .orElse(JsonObject.EMPTY_JSON_OBJECT)
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() instanceof JsonString || entry.getValue() instanceof JsonNumber)
                .map(MetadataChip::of)
                .filter(chip -> !chip.value.isBlank() && chip.value.length() <= SHORT_CHARS)
                .limit(CHIPS)
                .toList();
    }

    private static MetadataChip of(Map.Entry<String, ? extends JsonValue> entry) {
        return new MetadataChip(entry.getKey(), JsonShapes.pretty(entry.getValue()));
    }
}
