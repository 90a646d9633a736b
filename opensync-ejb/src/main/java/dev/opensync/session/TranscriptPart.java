package dev.opensync.session;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a message, exactly as the coding tool sent it.
 *
 * @param type free text such as {@code text}, {@code tool-call}, {@code thinking}
 * @param content the text of a JSON value
 * @param extra other keys of the part, as the text of a JSON object; null if there were none
 */
public record TranscriptPart(
        String type, String content, @Nullable String extra) {

    /** The look-up behind {@code Json.createReader} is slow, this is done once. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** The text of a part of type {@code text}, which tools send as a string or as {@code text} or {@code content} of an object. */
    public Optional<String> text() {
        if (!type.equals("text")) {
            return Optional.empty();
        }
        try (JsonReader reader = READERS.createReader(new StringReader(content))) {
            return text(reader.readValue());
        } catch (JsonException | ArithmeticException | NumberFormatException e) {
            // Kept as it was sent, but beyond what JSON-P can hold.
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        if (!(value instanceof JsonObject object)) {
            return Optional.empty();
        }
        return Optional.ofNullable(object.getOrDefault("text", object.get("content")))
                .filter(JsonString.class::isInstance)
                .map(found -> ((JsonString) found).getString());
    }
}
