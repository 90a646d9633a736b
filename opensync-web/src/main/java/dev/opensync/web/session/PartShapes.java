package dev.opensync.web.session;

import dev.opensync.session.TranscriptPart;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a part in every shape the coding tools are known to send, and in any other without failing. */
final class PartShapes {

    private static final String[] NAME_KEYS = {"toolName", "name", "tool", "tool_name"};
    private static final String[] ARGUMENT_KEYS = {"args", "arguments", "input", "parameters", "toolInput", "tool_input"
    };
    private static final String[] ID_KEYS = {
        "toolCallId", "tool_call_id", "toolUseId", "tool_use_id", "callId", "callID", "call_id", "id"
    };
    private static final String[] RESULT_KEYS = {
        "result", "output", "toolResult", "tool_result", "tool_response", "response", "error"
    };
    private static final Set<String> NO_ARGUMENTS = Set.of(
            "toolName",
            "name",
            "tool",
            "tool_name",
            "toolCallId",
            "tool_call_id",
            "toolUseId",
            "tool_use_id",
            "callId",
            "callID",
            "call_id",
            "id",
            "result",
            "output",
            "toolResult",
            "tool_result",
            "tool_response",
            "response",
            "error",
            "is_error",
            "isError",
            "type");
    /** More is shown as it came: to read it would take the memory of many other pages. */
    private static final int READ_CHARS = 8_000_000;
    /** {@code shell: npm test}, as Cursor's plugin writes a command. */
    private static final Pattern NAMED_TEXT = Pattern.compile("([A-Za-z][\\w.-]{0,40}): (.*)", Pattern.DOTALL);

    private PartShapes() {}

    static Piece read(TranscriptPart part) {
        if (part.content().length() > READ_CHARS) {
            return new Piece.Plain(Block.Other.of(part.type(), part.content()));
        }
        JsonValue content = JsonShapes.parse(part.content());
        JsonObject extra = part.extra() == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : JsonShapes.object(part.extra()).orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (content == JsonValue.NULL && !extra.isEmpty()) {
            // A flat part: its keys beside the type are its content.
            content = extra;
        }
        return switch (part.type().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "text", "input-text", "output-text", "markdown" -> speech(part, content, extra);
            case "thinking", "reasoning", "thought", "redacted-thinking" -> thought(part, content, extra);
            case "tool-call",
                    "tool-use",
                    "tool",
                    "toolcall",
                    "tooluse",
                    "tool-invocation",
                    "function-call",
                    "server-tool-use",
                    "mcp-tool-use",
                    "function" -> call(content, extra);
            case "tool-result",
                    "toolresult",
                    "tool-output",
                    "function-call-output",
                    "function-result",
                    "mcp-tool-result",
                    "tool-error" ->
                new Piece.Result(id(content, extra), ResultShapes.read(part.type(), content, extra));
            case "image", "image-url", "input-image", "screenshot" -> picture(part, content);
            case "file" -> PictureShapes.isPicture(content) ? picture(part, content) : other(part, content);
            default -> other(part, content);
        };
    }

    private static Piece speech(TranscriptPart part, JsonValue content, JsonObject extra) {
        String text = text(content, "text", "content", "value");
        if (text == null) {
            text = text(extra, "text");
        }
        return text == null ? other(part, content) : new Piece.Speech(text);
    }

    private static Piece thought(TranscriptPart part, JsonValue content, JsonObject extra) {
        String text = text(content, "thinking", "text", "content", "summary", "reasoning");
        if (text == null) {
            text = text(extra, "thinking", "text");
        }
        return text == null ? other(part, content) : new Piece.Thought(text);
    }

    private static Piece call(JsonValue content, JsonObject extra) {
        if (content instanceof JsonString string) {
            return callOfText(string.getString(), extra);
        }
        if (content instanceof JsonObject object) {
            return callOf(object, extra);
        }
        return new Piece.Call(id(content, extra), nameIn(extra), JsonShapes.of("value", content), null);
    }

    /** Older plugins send the call as the text of a JSON object, Cursor's also as {@code shell: <command>}. */
    private static Piece callOfText(String text, JsonObject extra) {
        Optional<JsonObject> object = JsonShapes.object(text);
        if (object.isPresent()) {
            return callOf(object.get(), extra);
        }
        var named = NAMED_TEXT.matcher(text);
        String name = JsonShapes.text(extra, NAME_KEYS);
        if (name == null && named.matches()) {
            String key = named.group(1).equalsIgnoreCase("shell") ? "command" : "input";
            return new Piece.Call(id(JsonValue.NULL, extra), named.group(1), JsonShapes.of(key, named.group(2)), null);
        }
        return new Piece.Call(
                id(JsonValue.NULL, extra),
                Objects.requireNonNullElse(name, "tool"),
                JsonShapes.of("input", text),
                null);
    }

    private static Piece callOf(JsonObject call, JsonObject extra) {
        JsonObject function = call.get("function") instanceof JsonObject nested ? nested : JsonValue.EMPTY_JSON_OBJECT;
        // OpenCode keeps input and output of a tool in its state.
        JsonObject state = call.get("state") instanceof JsonObject nested ? nested : JsonValue.EMPTY_JSON_OBJECT;
        String name = firstText(call, function, extra);
        JsonValue arguments = firstOf(ARGUMENT_KEYS, call, function, state, extra);
        String id = id(call, extra);
        return new Piece.Call(id, name, arguments(call, arguments), result(id, call, state));
    }

    private static JsonObject arguments(JsonObject call, @Nullable JsonValue arguments) {
        if (arguments == null) {
            return JsonShapes.without(call, NO_ARGUMENTS);
        }
        if (arguments instanceof JsonObject object) {
            return object;
        }
        if (arguments instanceof JsonString string) {
            return JsonShapes.object(string.getString()).orElseGet(() -> JsonShapes.of("input", arguments));
        }
        return JsonShapes.of("input", arguments);
    }

    private static Piece.@Nullable Result result(@Nullable String id, JsonObject call, JsonObject state) {
        JsonValue result = firstOf(RESULT_KEYS, call, state);
        if (result == null) {
            return null;
        }
        boolean failed = ResultShapes.isFailure(call) || ResultShapes.isFailure(state);
        Block.Output output = ResultShapes.read("", result, JsonValue.EMPTY_JSON_OBJECT);
        return new Piece.Result(id, failed ? output.asFailed() : output);
    }

    private static Piece picture(TranscriptPart part, JsonValue content) {
        Block.Picture picture = PictureShapes.find(content);
        return picture == null ? other(part, content) : new Piece.Plain(picture);
    }

    private static Piece other(TranscriptPart part, JsonValue content) {
        String text = content == JsonValue.NULL ? "" : JsonShapes.pretty(content);
        return new Piece.Plain(Block.Other.of(part.type(), text));
    }

    private static @Nullable String id(JsonValue content, JsonObject extra) {
        String id = content instanceof JsonObject object ? JsonShapes.text(object, ID_KEYS) : null;
        return id == null ? JsonShapes.text(extra, ID_KEYS) : id;
    }

    private static String nameIn(JsonObject object) {
        return Objects.requireNonNullElse(JsonShapes.text(object, NAME_KEYS), "tool");
    }

    private static String firstText(JsonObject... objects) {
        for (JsonObject object : objects) {
            String text = JsonShapes.text(object, NAME_KEYS);
            if (text != null) {
                return text;
            }
        }
        return "tool";
    }

    private static @Nullable JsonValue firstOf(String[] keys, JsonObject... objects) {
        for (JsonObject object : objects) {
            JsonValue value = JsonShapes.first(object, keys);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** A string, a list of texts, or the first of {@code keys} in an object; null if there is no text. */
    private static @Nullable String text(JsonValue content, String... keys) {
        if (content instanceof JsonString string) {
            return string.getString();
        }
        if (content instanceof JsonArray array && !array.isEmpty()) {
            List<String> texts = array.stream()
                    .map(item -> text(item, keys))
                    .filter(Objects::nonNull)
                    .toList();
            return texts.size() == array.size() ? String.join("\n\n", texts) : null;
        }
        if (content instanceof JsonObject object) {
            for (String key : keys) {
                JsonValue value = object.get(key);
                String text = value == null ? null : text(value, keys);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }
}
