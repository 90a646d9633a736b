package dev.opensync.api.sync;

import dev.opensync.api.json.JsonText;
import dev.opensync.api.json.JsonValue;
import dev.opensync.sync.PartUpsert;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one part of a message; whatever its shape, its content is kept to the letter. */
final class PartReader {

    private static final String UNKNOWN = "unknown";

    private PartReader() {}

    static PartUpsert read(JsonValue part) {
        if (!part.isObject()) {
            return new PartUpsert(part.isText() ? "text" : UNKNOWN, part.raw(), null);
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(part.members());
        JsonValue type = members.remove("type");
        JsonValue content = members.remove("content");
        Map<String, byte[]> others = new LinkedHashMap<>();
        members.forEach((name, value) -> others.put(name, value.raw()));
        if (content != null) {
            return new PartUpsert(typeName(type), content.raw(), others.isEmpty() ? null : JsonText.object(others));
        }
        // A flat part has its fields beside the type: together they are its content.
        return new PartUpsert(typeName(type), others.isEmpty() ? JsonText.NULL : JsonText.object(others), null);
    }

    private static String typeName(@Nullable JsonValue type) {
        String name = type == null || type.isNull() ? null : type.cleanText();
        return name == null ? UNKNOWN : name;
    }
}
