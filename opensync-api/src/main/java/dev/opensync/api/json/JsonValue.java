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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value inside the bytes of a JSON text. The outer levels are read in one go; what lies deeper is opened only when asked for.
 * The bytes of a value can be kept exactly as they were sent.
 */
public final class JsonValue {

    /** A batch, its lists, their items. */
    private static final int LEVELS_AT_ONCE = 3;

    private static final int QUOTES = 2;

    /** Bodies are limited as a whole, so a single text in them need not be. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final String TOO_DEEP = "The request body is nested too deeply or has a number that is too long";

    private final byte[] json;
    private final int start;
    private final int end;
    private final JsonToken token;
    private final @Nullable String scalar;
    private final @Nullable Map<String, JsonValue> members;
    private final @Nullable List<JsonValue> elements;

    private JsonValue(
            byte[] json,
            int start,
            int end,
            JsonToken token,
            @Nullable String scalar,
            @Nullable Map<String, JsonValue> members,
            @Nullable List<JsonValue> elements) {
        this.json = json;
        this.start = start;
        this.end = end;
        this.token = token;
        this.scalar = scalar;
        this.members = members;
        this.elements = elements;
    }

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
            JsonValue value = read(parser, body, 0, LEVELS_AT_ONCE);
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

    /** The text of a text, number or boolean; null of an object or array. */
    public @Nullable String scalar() {
        return scalar;
    }

    /** The same as it can be stored, see {@link WireText}. Where each character is a byte, there is nothing to look for. */
    public @Nullable String cleanText() {
        return scalar == null || scalar.length() == end - start - QUOTES ? scalar : WireText.clean(scalar);
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
        return Collections.unmodifiableMap(members == null ? Objects.requireNonNull(opened().members) : members);
    }

    /** Of an array: its elements in order. */
    public List<JsonValue> elements() {
        return Collections.unmodifiableList(elements == null ? Objects.requireNonNull(opened().elements) : elements);
    }

    private JsonValue opened() {
        try (JsonParser parser = FACTORY.createParser(json, start, end - start)) {
            parser.nextToken();
            return read(parser, json, start, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonValue read(JsonParser parser, byte[] json, int base, int levels) throws IOException {
        JsonToken token = parser.currentToken();
        int start = base + (int) parser.currentTokenLocation().getByteOffset();
        String scalar = null;
        Map<String, JsonValue> members = null;
        List<JsonValue> elements = null;
        if (!token.isStructStart()) {
            scalar = parser.getText();
        } else if (levels == 0) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser, json, base, levels - 1));
            }
        } else {
            elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser, json, base, levels - 1));
            }
        }
        int end = base + (int) parser.currentLocation().getByteOffset();
        return new JsonValue(json, start, end, token, scalar, members, elements);
    }
}
