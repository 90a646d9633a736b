package dev.opensync.web.session;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a tool answered: text, lists of pieces, objects with output and errors, pictures. */
final class ResultShapes {

    private static final String[] RESULT_TEXT_KEYS = {
        "result", "output", "content", "text", "stdout", "message", "value", "error", "stderr"
    };

    private ResultShapes() {}

    /** {@code type} is the part's type, which may name an error; {@code extra} the keys beside its content. */
    static Block.Output read(String type, JsonValue content, JsonObject extra) {
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
                if (item instanceof JsonObject object && PictureShapes.isPicture(object)) {
                    pictures.add(PictureShapes.of(object));
                } else {
                    String text = item instanceof JsonObject object ? JsonShapes.text(object, "text", "content") : null;
                    texts.add(text == null ? JsonShapes.pretty(item) : text);
                }
            }
            return String.join("\n", texts);
        }
        if (content instanceof JsonObject object) {
            return outputTextOf(object, pictures);
        }
        return content == JsonValue.NULL ? "" : JsonShapes.pretty(content);
    }

    private static String outputTextOf(JsonObject object, List<Block.Picture> pictures) {
        if (PictureShapes.isPicture(object)) {
            pictures.add(PictureShapes.of(object));
            return "";
        }
        String errors = JsonShapes.text(object, "stderr");
        JsonValue said = JsonShapes.first(object, RESULT_TEXT_KEYS);
        if (said == null) {
            return JsonShapes.pretty(object);
        }
        String text = outputText(said, pictures);
        return errors == null || errors.isBlank() || errors.equals(text) ? text : (text + "\n" + errors).strip();
    }

    static boolean isFailure(JsonObject object) {
        JsonValue success = object.get("success");
        String error = JsonShapes.text(object, "error");
        String status = JsonShapes.text(object, "status");
        return object.get("isError") == JsonValue.TRUE
                || object.get("is_error") == JsonValue.TRUE
                || success == JsonValue.FALSE
                || (error != null && !error.isBlank())
                || "error".equals(status)
                || "failed".equals(status);
    }
}
