package dev.opensync.web.session;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON of any shape: looks keys up under several names and never fails on what is not there. */
final class JsonShapes {

    /** Looked up once: that costs more than to read a part. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final JsonWriterFactory INDENTED =
            JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private JsonShapes() {}

    /** Text that is no JSON, is nested too deep or holds a number beyond all use, is taken as a JSON string. */
    static JsonValue parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readValue();
        } catch (RuntimeException e) {
            // Parsson has no type of its own for too much depth.
            return JSON.createValue(json);
        }
    }

    /** Empty unless the text is a JSON object. */
    static Optional<JsonObject> object(String json) {
        return json.stripLeading().startsWith("{") && parse(json) instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** Strings as they are, everything else as indented JSON. */
    static String pretty(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (!(value instanceof JsonObject) && value.getValueType() != JsonValue.ValueType.ARRAY) {
            return value.toString();
        }
        StringWriter text = new StringWriter();
        try (var writer = INDENTED.createWriter(text)) {
            writer.write(value);
        }
        return text.toString().strip();
    }

    /** The first of {@code keys} that is there and not null. */
    static @Nullable JsonValue first(JsonObject object, String... keys) {
        for (String key : keys) {
            JsonValue value = object.get(key);
            if (value != null && value != JsonValue.NULL) {
                return value;
            }
        }
        return null;
    }

    /** The first of {@code keys} that is a string or a number. */
    static @Nullable String text(JsonObject object, String... keys) {
        for (String key : keys) {
            JsonValue value = object.get(key);
            if (value instanceof JsonString string) {
                return string.getString();
            }
            if (value instanceof JsonNumber) {
                return value.toString();
            }
        }
        return null;
    }

    /** An object of one member. */
    static JsonObject of(String key, JsonValue value) {
        return JSON.createObjectBuilder().add(key, value).build();
    }

    static JsonObject of(String key, String value) {
        return of(key, JSON.createValue(value));
    }

    static JsonObject without(JsonObject object, Collection<String> keys) {
        JsonObjectBuilder rest = JSON.createObjectBuilder();
        object.forEach((key, value) -> {
            if (!keys.contains(key)) {
                rest.add(key, value);
            }
        });
        return rest.build();
    }
}
