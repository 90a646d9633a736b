package dev.opensync.export;

import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON document: the session's name and model, and role and text of each message. */
final class JsonSessionWriter implements SessionWriter {

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    @Override
    public void write(SessionSummary session, Iterable<TranscriptMessage> messages, Writer out) throws IOException {
        // Not closed: that would close the writer, which belongs to the caller.
        JsonGenerator json = GENERATORS.createGenerator(out);
        json.writeStartObject();
        json.writeStartObject("session").write("id", session.id());
        writeIfPresent(json, "title", session.title());
        writeIfPresent(json, "model", session.model());
        json.writeEnd();
        json.writeStartArray("messages");
        for (TranscriptMessage message : messages) {
            json.writeStartObject()
                    .write("role", message.role().wireName())
                    .write("content", message.readableText())
                    .writeEnd();
        }
        json.writeEnd().writeEnd().flush();
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.write(name, value);
        }
    }
}
