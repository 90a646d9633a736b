package dev.opensync.web.session;

import dev.opensync.session.TranscriptPart;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
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
    private static final String[] RESULT_TEXT_KEYS = {
        "result", "output", "content", "text", "stdout", "message", "value", "error", "stderr"
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
    /** {@code shell: npm test}, as Cursor's plugin writes a command. */
    private static final Pattern NAMED_TEXT = Pattern.compile("([A-Za-z][\\w.-]{0,40}): (.*)", Pattern.DOTALL);
    /** Formats that cannot carry script. */
    private static final Pattern DRAWABLE = Pattern.compile("image/(png|jpe?g|gif|webp)");

    private static final Pattern DRAWABLE_DATA =
            Pattern.compile("data:image/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\\s]+");

    private PartShapes() {}

    static Piece read(TranscriptPart part) {
        JsonValue content = JsonText.parse(part.content());
        JsonObject extra = part.extra() == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : JsonText.object(part.extra()).orElse(JsonValue.EMPTY_JSON_OBJECT);
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
                    "tool-error" -> new Piece.Result(id(content, extra), output(part.type(), content, extra));
            case "image", "image-url", "input-image", "screenshot" -> picture(part, content);
            case "file" -> isPicture(content) ? picture(part, content) : other(part, content);
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
        return new Piece.Call(
                id(content, extra),
                nameIn(extra),
                Json.createObjectBuilder().add("value", content).build(),
                null);
    }

    /** Older plugins send the call as the text of a JSON object, Cursor's also as {@code shell: <command>}. */
    private static Piece callOfText(String text, JsonObject extra) {
        Optional<JsonObject> object = JsonText.object(text);
        if (object.isPresent()) {
            return callOf(object.get(), extra);
        }
        var named = NAMED_TEXT.matcher(text);
        String name = JsonText.text(extra, NAME_KEYS);
        if (name == null && named.matches()) {
            String key = named.group(1).equalsIgnoreCase("shell") ? "command" : "input";
            return new Piece.Call(
                    id(JsonValue.NULL, extra),
                    named.group(1),
                    Json.createObjectBuilder().add(key, named.group(2)).build(),
                    null);
        }
        return new Piece.Call(
                id(JsonValue.NULL, extra),
                Objects.requireNonNullElse(name, "tool"),
                Json.createObjectBuilder().add("input", text).build(),
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
            return JsonText.without(call, NO_ARGUMENTS);
        }
        if (arguments instanceof JsonObject object) {
            return object;
        }
        if (arguments instanceof JsonString string) {
            return JsonText.object(string.getString())
                    .orElseGet(() ->
                            Json.createObjectBuilder().add("input", arguments).build());
        }
        return Json.createObjectBuilder().add("input", arguments).build();
    }

    private static Piece.@Nullable Result result(@Nullable String id, JsonObject call, JsonObject state) {
        JsonValue result = firstOf(RESULT_KEYS, call, state);
        if (result == null) {
            return null;
        }
        boolean failed = isFailure(call) || isFailure(state);
        Block.Output output = output("", result, JsonValue.EMPTY_JSON_OBJECT);
        return new Piece.Result(
                id, failed ? new Block.Output(output.text(), output.cutChars(), true, output.pictures()) : output);
    }

    private static Block.Output output(String type, JsonValue content, JsonObject extra) {
        List<Block.Picture> pictures = new ArrayList<>();
        String text = outputText(content, pictures);
        boolean failed = type.toLowerCase(Locale.ROOT).contains("error")
                || isFailure(extra)
                || (content instanceof JsonObject object && isFailure(object));
        return Block.Output.of(text, failed, pictures);
    }

    private static String outputText(JsonValue content, List<Block.Picture> pictures) {
        if (content instanceof JsonArray array) {
            List<String> texts = new ArrayList<>();
            for (JsonValue item : array) {
                if (item instanceof JsonObject object && isPicture(object)) {
                    pictures.add(pictureOf(object));
                } else {
                    String text = item instanceof JsonObject object ? JsonText.text(object, "text", "content") : null;
                    texts.add(text == null ? JsonText.pretty(item) : text);
                }
            }
            return String.join("\n", texts);
        }
        if (content instanceof JsonObject object) {
            return outputTextOf(object, pictures);
        }
        return content == JsonValue.NULL ? "" : JsonText.pretty(content);
    }

    private static String outputTextOf(JsonObject object, List<Block.Picture> pictures) {
        if (isPicture(object)) {
            pictures.add(pictureOf(object));
            return "";
        }
        String errors = JsonText.text(object, "stderr");
        JsonValue said = JsonText.first(object, RESULT_TEXT_KEYS);
        if (said == null) {
            return JsonText.pretty(object);
        }
        String text = outputText(said, pictures);
        return errors == null || errors.isBlank() || errors.equals(text) ? text : (text + "\n" + errors).strip();
    }

    private static boolean isFailure(JsonObject object) {
        JsonValue success = object.get("success");
        String error = JsonText.text(object, "error");
        String status = JsonText.text(object, "status");
        return object.get("isError") == JsonValue.TRUE
                || object.get("is_error") == JsonValue.TRUE
                || success == JsonValue.FALSE
                || (error != null && !error.isBlank())
                || "error".equals(status)
                || "failed".equals(status);
    }

    private static boolean isPicture(JsonValue content) {
        if (!(content instanceof JsonObject object)) {
            return false;
        }
        String type = JsonText.text(object, "type");
        String mime = JsonText.text(object, "mimeType", "mime", "media_type", "mediaType");
        return (type != null && type.contains("image")) || (mime != null && mime.startsWith("image/"));
    }

    private static Piece picture(TranscriptPart part, JsonValue content) {
        if (content instanceof JsonString string) {
            return new Piece.Plain(pictureAt(string.getString()));
        }
        return content instanceof JsonObject object ? new Piece.Plain(pictureOf(object)) : other(part, content);
    }

    private static Block.Picture pictureOf(JsonObject picture) {
        JsonObject source = picture.get("source") instanceof JsonObject nested ? nested : picture;
        if (picture.get("image_url") instanceof JsonObject nested) {
            source = nested;
        }
        String mime = JsonText.text(source, "media_type", "mimeType", "mime", "mediaType");
        String data = JsonText.text(source, "data", "base64");
        if (mime != null && data != null && DRAWABLE.matcher(mime).matches()) {
            return pictureAt(data.startsWith("data:") ? data : "data:" + mime + ";base64," + data);
        }
        String at = JsonText.text(source, "url", "image_url", "path", "file_path", "filename", "name", "uri", "image");
        return at == null ? new Block.Picture(null, mime == null ? "image" : mime) : pictureAt(at);
    }

    private static Block.Picture pictureAt(String at) {
        if (at.length() > 100 && DRAWABLE_DATA.matcher(at).matches()) {
            return new Block.Picture(at, "image");
        }
        return new Block.Picture(null, at.startsWith("data:") ? "image" : at);
    }

    private static Piece other(TranscriptPart part, JsonValue content) {
        String text = content == JsonValue.NULL ? "" : JsonText.pretty(content);
        return new Piece.Plain(new Block.Other(part.type(), Texts.cut(text)));
    }

    private static @Nullable String id(JsonValue content, JsonObject extra) {
        String id = content instanceof JsonObject object ? JsonText.text(object, ID_KEYS) : null;
        return id == null ? JsonText.text(extra, ID_KEYS) : id;
    }

    private static String nameIn(JsonObject object) {
        return Objects.requireNonNullElse(JsonText.text(object, NAME_KEYS), "tool");
    }

    private static String firstText(JsonObject... objects) {
        for (JsonObject object : objects) {
            String text = JsonText.text(object, NAME_KEYS);
            if (text != null) {
                return text;
            }
        }
        return "tool";
    }

    private static @Nullable JsonValue firstOf(String[] keys, JsonObject... objects) {
        for (JsonObject object : objects) {
            JsonValue value = JsonText.first(object, keys);
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
