package dev.opensync.api.sync;

import dev.opensync.api.json.JsonFields;
import dev.opensync.api.json.JsonValue;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of a message's body, sent as text, as an object with text, or as a list of such pieces. */
final class BodyText {

    private BodyText() {}

    /** Null if there is no text in it. */
    static @Nullable String of(JsonValue body) {
        if (body.isArray()) {
            String joined = body.elements().stream()
                    .map(BodyText::piece)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n"));
            return joined.isEmpty() ? null : joined;
        }
        return piece(body);
    }

    /** Whether a list holds pieces that {@link #of} leaves out, such as tool calls. */
    static boolean hasOtherThanText(JsonValue array) {
        return array.elements().stream().anyMatch(piece -> !piece.isNull() && piece(piece) == null);
    }

    private static @Nullable String piece(JsonValue piece) {
        if (piece.isObject()) {
            JsonFields fields = JsonFields.of(piece);
            JsonValue type = fields.value("type");
            JsonValue text = fields.value("text", "content");
            boolean isText = type == null || "text".equals(type.scalar());
            return isText && text != null && text.isText() ? text.cleanText() : null;
        }
        return piece.isNull() ? null : piece.cleanText();
    }
}
