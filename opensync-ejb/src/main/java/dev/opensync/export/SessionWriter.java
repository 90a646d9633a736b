package dev.opensync.export;

import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import java.io.IOException;
import java.io.Writer;

/** Writes one session in one format, message by message, so that the length of the session does not matter. */
public interface SessionWriter {

    void write(SessionSummary session, Iterable<TranscriptMessage> messages, Writer out) throws IOException;
}
