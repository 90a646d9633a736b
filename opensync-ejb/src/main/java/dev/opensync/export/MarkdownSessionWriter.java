package dev.opensync.export;

import dev.opensync.session.MessageRole;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.shared.Dollars;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A document with a heading for the session and one for each message. */
final class MarkdownSessionWriter implements SessionWriter {

    @Override
    public void write(SessionSummary session, Iterable<TranscriptMessage> messages, Writer out) throws IOException {
        out.write("# " + orElse(session.title(), "Untitled") + "\n\n");
        out.write("- **Project:** " + orElse(session.projectPath(), "N/A") + "\n");
        out.write("- **Model:** " + orElse(session.model(), "N/A") + "\n");
        out.write("- **Tokens:** " + session.tokens().total() + "\n");
        out.write("- **Cost:** " + Dollars.text(session.costMicros()) + "\n\n");
        out.write("---\n\n");
        for (TranscriptMessage message : messages) {
            out.write(message.role() == MessageRole.USER ? "## User\n\n" : "## Assistant\n\n");
            out.write(message.readableText());
            out.write("\n\n");
        }
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }
}
