package dev.opensync.api.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import dev.opensync.shared.Cursor;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code {"session":S,"messages":[M…]}} message by message.
 *
 * <p>The content of a part is JSON text of any shape and goes out untouched: reading it into objects first could change
 * numbers and the order of keys, and costs memory.
 */
final class TranscriptOutput implements StreamingOutput {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Jsonb RECORDS = JsonbBuilder.create();

    private final SessionSummary session;
    private final Iterable<TranscriptMessage> messages;
    private final @Nullable Cursor next;

    /** {@code next} null = these are the last messages. */
    TranscriptOutput(SessionSummary session, Iterable<TranscriptMessage> messages, @Nullable Cursor next) {
        this.session = session;
        this.messages = messages;
        this.next = next;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        // Closed only on success: closing completes open brackets, and half an answer must not look like a whole one.
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.writeStartObject();
        json.writeFieldName("session");
        json.writeRawValue(sessionWithMetadata());
        json.writeArrayFieldStart("messages");
        for (TranscriptMessage message : messages) {
            write(json, message);
        }
        json.writeEndArray();
        writeIfPresent(json, "nextCursor", next == null ? null : next.toString());
        json.writeEndObject();
        json.flush();
    }

    /** What else the tool sent is JSON text already. */
    private String sessionWithMetadata() {
        String known = RECORDS.toJson(SessionResponse.of(session));
        String metadata = session.metadata();
        return metadata == null ? known : known.substring(0, known.length() - 1) + ",\"metadata\":" + metadata + "}";
    }

    private static void write(JsonGenerator json, TranscriptMessage message) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", message.id());
        json.writeStringField("externalId", message.externalId());
        json.writeStringField("role", message.role().wireName());
        writeIfPresent(json, "textContent", message.text());
        writeIfPresent(json, "model", message.model());
        writeIfPresent(json, "promptTokens", message.promptTokens());
        writeIfPresent(json, "completionTokens", message.completionTokens());
        writeIfPresent(json, "durationMs", message.durationMs());
        json.writeNumberField("createdAt", message.createdAt().toEpochMilli());
        write(json, message.parts());
        if (message.metadata() != null) {
            json.writeFieldName("metadata");
            json.writeRawValue(message.metadata());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<TranscriptPart> parts) throws IOException {
        json.writeArrayFieldStart("parts");
        for (TranscriptPart part : parts) {
            json.writeStartObject();
            json.writeStringField("type", part.type());
            json.writeFieldName("content");
            json.writeRawValue(part.content());
            writeMembers(json, part.extra());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The members of an object that is kept as text, without its braces. */
    private static void writeMembers(JsonGenerator json, @Nullable String object) throws IOException {
        if (object == null) {
            return;
        }
        String members = object.strip();
        members = members.substring(1, members.length() - 1);
        if (!members.isBlank()) {
            json.writeRaw(',');
            json.writeRaw(members);
        }
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable Long value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }
}
