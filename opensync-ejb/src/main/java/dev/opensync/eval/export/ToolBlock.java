package dev.opensync.eval.export;

import dev.opensync.session.TranscriptPart;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a tool was given or gave back, in lines of text; tools send either in many shapes. */
final class ToolBlock {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final List<String> NAMES = List.of("toolName", "name", "tool");
    private static final List<String> ARGUMENTS = List.of("args", "arguments", "input");
    private static final List<String> RESULTS = List.of("result", "output", "content", "text");

    private ToolBlock() {}

    /** Empty for a part that is of no tool, such as thinking. */
    static String of(TranscriptPart part) {
        String type = part.type().toLowerCase(Locale.ROOT).replace('_', '-');
        JsonValue content = parsed(part.content());
        if (type.contains("result")) {
            return "[TOOL_RESULT]\n" + text(member(content, RESULTS, content)) + "\n";
        }
        if (!type.contains("tool")) {
            return "";
        }
        JsonValue call = content instanceof JsonString string ? parsed(string.getString()) : content;
        StringBuilder block = new StringBuilder("[TOOL_CALL: " + text(member(call, NAMES, UNKNOWN)) + "]\n");
        JsonValue arguments = member(call, ARGUMENTS, call);
        if (arguments instanceof JsonObject object) {
            object.forEach((name, value) -> {
                if (arguments != call || !NAMES.contains(name)) {
                    block.append(name).append(": ").append(text(value)).append('\n');
                }
            });
        } else {
            block.append(text(arguments)).append('\n');
        }
        return block.toString();
    }

    private static final JsonValue UNKNOWN = parsed("\"unknown\"");

    /** Itself where it is no JSON that can be read. */
    private static JsonValue parsed(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readValue();
        } catch (RuntimeException e) {
            // Parsson has no exception of its own for what is nested too deeply.
            return Json.createValue(json);
        }
    }

    private static JsonValue member(JsonValue value, List<String> names, JsonValue otherwise) {
        Stream<@Nullable JsonValue> members =
                value instanceof JsonObject object ? names.stream().map(object::get) : Stream.empty();
        return members.filter(Objects::nonNull)
                .findFirst()
                .map(Objects::requireNonNull)
                .orElse(otherwise);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
