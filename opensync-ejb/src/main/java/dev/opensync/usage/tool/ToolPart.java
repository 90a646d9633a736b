package dev.opensync.usage.tool;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool or its result, whatever shape the coding tool sent it in.
 *
 * @param call false for a result that stands by itself
 * @param name of the tool; null if not told
 * @param id of the call; null if not told
 * @param done whether the outcome is told here
 * @param durationMs null if not told
 */
record ToolPart(
        boolean call,
        @Nullable String name,
        @Nullable String id,
        boolean done,
        boolean failed,
        @Nullable Long durationMs) {

    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private static final List<String> NAMES = List.of("toolName", "name", "tool", "tool_name");
    private static final List<String> IDS =
            List.of("toolCallId", "tool_call_id", "toolUseId", "tool_use_id", "callId", "callID", "call_id", "id");
    private static final List<String> RESULTS =
            List.of("result", "output", "toolResult", "tool_result", "tool_response", "response", "error");
    private static final List<String> DURATIONS = List.of("durationMs", "duration_ms", "elapsedMs");

    /** {@code content} null where it is too long to be read for this. */
    static ToolPart read(String type, @Nullable String content, @Nullable String extra) {
        String kind = type.toLowerCase(Locale.ROOT).replace('_', '-');
        JsonObject told = object(content);
        JsonObject further = object(extra);
        JsonObject state = child(told, "state");
        JsonObject[] places = {told, child(told, "function"), state, further};
        boolean result = kind.contains("result") || kind.contains("output") || kind.contains("error");
        boolean failed = kind.contains("error") || Stream.of(places).anyMatch(ToolPart::isFailure);
        boolean done = result || failed || Stream.of(told, state).anyMatch(ToolPart::hasResult);
        return new ToolPart(!result, text(NAMES, places), text(IDS, places), done, failed, duration(state, places));
    }

    /** Older plugins send the object as a text of its own. */
    private static JsonObject object(@Nullable String json) {
        JsonValue value = parse(json);
        if (value instanceof JsonString text) {
            value = parse(text.getString());
        }
        return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonValue parse(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readValue();
        } catch (RuntimeException e) {
            // Plain text, or nested too deeply, for which Parsson has no exception of its own.
            return JsonValue.NULL;
        }
    }

    private static JsonObject child(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static @Nullable String text(List<String> names, JsonObject... places) {
        return Stream.of(places)
                .flatMap(place -> names.stream().map(place::get))
                .filter(Objects::nonNull)
                .map(ToolPart::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable JsonValue value) {
        return value instanceof JsonString string
                ? string.getString()
                : value instanceof JsonNumber ? value.toString() : "";
    }

    private static boolean hasResult(JsonObject object) {
        return "completed".equals(text(object.get("status")))
                || RESULTS.stream().map(object::get).anyMatch(value -> value != null && value != JsonValue.NULL);
    }

    private static boolean isFailure(JsonObject object) {
        String status = text(object.get("status"));
        return object.get("isError") == JsonValue.TRUE
                || object.get("is_error") == JsonValue.TRUE
                || object.get("success") == JsonValue.FALSE
                || !text(object.get("error")).isBlank()
                || status.equals("error")
                || status.equals("failed");
    }

    private static @Nullable Long duration(JsonObject state, JsonObject... places) {
        JsonObject time = child(state, "time");
        if (time.get("start") instanceof JsonNumber start && time.get("end") instanceof JsonNumber end) {
            return Math.max(0, end.longValue() - start.longValue());
        }
        return Stream.of(places)
                .flatMap(place -> DURATIONS.stream().map(place::get))
                .filter(JsonNumber.class::isInstance)
                .map(number -> Math.max(0, ((JsonNumber) number).longValue()))
                .findFirst()
                .orElse(null);
    }
}
