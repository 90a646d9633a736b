package dev.opensync.export;

import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.Writer;

/**
 * JSON Lines inside JSON: {@code content} holds one line with role and text per message, {@code filename} the name to save
 * it by. Odd, but clients of opensync expect it.
 */
final class JsonLinesSessionWriter implements SessionWriter {

    /** The look-up behind the methods of {@code Json} costs more than the work. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public void write(SessionSummary session, Iterable<TranscriptMessage> messages, Writer out) throws IOException {
        out.write("{\"content\":\"");
        boolean first = true;
        for (TranscriptMessage message : messages) {
            out.write(first ? "" : "\\n");
            out.write(escaped(line(message)));
            first = false;
        }
        out.write("\",\"filename\":\"" + ExportFormat.JSONL.fileName(session) + "\"}");
    }

    private static String line(TranscriptMessage message) {
        return "{\"role\":\"" + message.role().wireName() + "\",\"content\":" + quoted(message.readableText()) + "}";
    }

    private static String escaped(String text) {
        String quoted = quoted(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String quoted(String text) {
        return JSON.createValue(text).toString();
    }
}
