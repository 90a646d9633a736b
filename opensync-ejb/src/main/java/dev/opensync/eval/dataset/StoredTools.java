package dev.opensync.eval.dataset;

import dev.opensync.session.TranscriptPart;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tools did in a message of a version as it is kept. */
final class StoredTools {

    private static final JsonProvider JSON = JsonProvider.provider();

    private StoredTools() {}

    /** Null for none. */
    static @Nullable String text(List<TranscriptPart> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        JsonArrayBuilder kept = JSON.createArrayBuilder();
        for (TranscriptPart part : parts) {
            kept.add(JSON.createObjectBuilder().add("type", part.type()).add("content", part.content()));
        }
        return kept.build().toString();
    }

    static List<TranscriptPart> parse(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(part -> new TranscriptPart(part.getString("type"), part.getString("content"), null))
                    .toList();
        }
    }
}
