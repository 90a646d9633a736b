package dev.opensync.sync;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a tool sent beyond the fields we know, kept as one JSON object. */
final class ExtraFields {

    /** The look-up behind the methods of {@code Json} costs more than the work. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private ExtraFields() {}

    /** {@code stored} with {@code extra} laid over it, key by key; both are returned unchanged if nothing is new. */
    static @Nullable String merge(@Nullable String stored, Map<String, String> extra) {
        if (extra.isEmpty()) {
            return stored;
        }
        JsonObject before =
                stored == null ? JsonValue.EMPTY_JSON_OBJECT : parse(stored).asJsonObject();
        JsonObjectBuilder merged = JSON.createObjectBuilder(before);
        new TreeMap<>(extra).forEach((key, value) -> merged.add(key, parse(value)));
        JsonObject after = merged.build();
        return stored != null && after.equals(before) ? stored : after.toString();
    }

    /** A value that JSON-P cannot hold, such as a number with a huge exponent, is kept as text. */
    private static JsonValue parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readValue();
        } catch (JsonException | ArithmeticException | NumberFormatException e) {
            return JSON.createValue(json);
        }
    }
}
