package dev.opensync.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.opensync.shared.OpenSyncException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value inside the bytes of a JSON text. Objects and arrays are opened only when asked for, so the bytes of a value can be
 * kept exactly as they were sent.
 */
@SuppressWarnings("ArrayRecordComponent") // A view of bytes that nobody changes, never compared.
public record JsonValue(
        byte[] json,
        int start,
        int end,
        JsonToken token,
        @Nullable String scalar) {

    /** Bodies are limited as a whole, so a single text in them need not be. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final String TOO_DEEP = "The request body is nested too deeply or has a number that is too long";

    /** Fails with {@code INVALID} unless the bytes are one JSON text in UTF-8; broken UTF-8 is repaired. */
    public static JsonValue parse(byte[] body) {
        try {
            return parseStrictly(body);
        } catch (OpenSyncException e) {
            byte[] repaired = new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            if (Arrays.equals(body, repaired)) {
                throw e;
            }
            return parseStrictly(repaired);
        }
    }

    private static JsonValue parseStrictly(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() == null) {
                throw OpenSyncException.invalid("The request body is empty");
            }
            JsonValue value = read(parser, body, 0);
            if (parser.nextToken() != null) {
                throw OpenSyncException.invalid("The request body has something after its JSON value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw OpenSyncException.invalid(TOO_DEEP);
        } catch (JsonParseException e) {
            throw OpenSyncException.invalid("The request body is not valid JSON: line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isNull() {
        return token == JsonToken.VALUE_NULL;
    }

    public boolean isObject() {
        return token == JsonToken.START_OBJECT;
    }

    public boolean isArray() {
        return token == JsonToken.START_ARRAY;
    }

    public boolean isText() {
        return token == JsonToken.VALUE_STRING;
    }

    /** The bytes of this value as they were sent. */
    public byte[] raw() {
        return Arrays.copyOfRange(json, start, end);
    }

    /** The same as text; half a surrogate pair, sent as an escape, stays an escape. */
    public String rawText() {
        return new String(json, start, end - start, StandardCharsets.UTF_8);
    }

    /** Of an object: its members in order, of equal keys the last. */
    public Map<String, JsonValue> members() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        try (JsonParser parser = open()) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser, json, start));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return members;
    }

    /** Of an array: its elements in order. */
    public List<JsonValue> elements() {
        List<JsonValue> elements = new ArrayList<>();
        try (JsonParser parser = open()) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser, json, start));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return elements;
    }

    private JsonParser open() throws IOException {
        JsonParser parser = FACTORY.createParser(json, start, end - start);
        parser.nextToken();
        return parser;
    }

    private static JsonValue read(JsonParser parser, byte[] json, int base) throws IOException {
        JsonToken token = parser.currentToken();
        int start = base + (int) parser.currentTokenLocation().getByteOffset();
        String scalar = null;
        if (token.isStructStart()) {
            parser.skipChildren();
        } else {
            scalar = parser.getText();
        }
        int end = base + (int) parser.currentLocation().getByteOffset();
        return new JsonValue(json, start, end, token, scalar);
    }
}
