package dev.opensync.web.session;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the picture in the shapes of the Anthropic, OpenAI and MCP formats; drawn only from formats that carry no script. */
final class PictureShapes {

    /** Formats that cannot carry script. */
    private static final Pattern DRAWABLE = Pattern.compile("image/(png|jpe?g|gif|webp)");

    private static final Pattern DRAWABLE_DATA =
            Pattern.compile("data:image/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\\s]+");

    private PictureShapes() {}

    static boolean isPicture(JsonValue content) {
        if (!(content instanceof JsonObject object)) {
            return false;
        }
        String type = JsonShapes.text(object, "type");
        String mime = JsonShapes.text(object, "mimeType", "mime", "media_type", "mediaType");
        return (type != null && type.contains("image")) || (mime != null && mime.startsWith("image/"));
    }

    /** From an object or an address; null if it is neither. */
    static Block.@Nullable Picture find(JsonValue content) {
        if (content instanceof JsonString string) {
            return at(string.getString());
        }
        return content instanceof JsonObject object ? of(object) : null;
    }

    static Block.Picture of(JsonObject picture) {
        JsonObject source = picture.get("source") instanceof JsonObject nested ? nested : picture;
        if (picture.get("image_url") instanceof JsonObject nested) {
            source = nested;
        }
        String mime = JsonShapes.text(source, "media_type", "mimeType", "mime", "mediaType");
        String data = JsonShapes.text(source, "data", "base64");
        if (mime != null && data != null && DRAWABLE.matcher(mime).matches()) {
            return at(data.startsWith("data:") ? data : "data:" + mime + ";base64," + data);
        }
        String at =
                JsonShapes.text(source, "url", "image_url", "path", "file_path", "filename", "name", "uri", "image");
        return at == null ? new Block.Picture(null, mime == null ? "image" : Texts.line(mime)) : at(at);
    }

    private static Block.Picture at(String at) {
        if (at.length() > 100 && DRAWABLE_DATA.matcher(at).matches()) {
            return new Block.Picture(at, "image");
        }
        return new Block.Picture(null, at.startsWith("data:") ? "image" : Texts.line(at));
    }
}
