package dev.opensync.api.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON put together from values that are JSON already, byte for byte. */
public final class JsonText {

    public static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private static final byte[] AFTER_NAME = ":".getBytes(StandardCharsets.UTF_8);

    private JsonText() {}

    /** An object with the members of the map in its order; each value is the bytes of a JSON value. */
    public static byte[] object(Map<String, byte[]> members) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write('{');
        members.forEach((name, value) -> {
            if (object.size() > 1) {
                object.write(',');
            }
            object.writeBytes(string(name));
            object.writeBytes(AFTER_NAME);
            object.writeBytes(value);
        });
        object.write('}');
        return object.toByteArray();
    }

    public static byte[] string(String text) {
        ByteArrayOutputStream string = new ByteArrayOutputStream();
        string.write('"');
        string.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(WireText.clean(text)));
        string.write('"');
        return string.toByteArray();
    }
}
