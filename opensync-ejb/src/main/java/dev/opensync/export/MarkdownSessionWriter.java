package dev.opensync.export;

import dev.opensync.session.MessageRole;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A document with a heading for the session and one for each message. */
final class MarkdownSessionWriter implements SessionWriter {

    private static final int MICROS_SCALE = 6;
    private static final int COST_DECIMALS = 4;

    @Override
    public void write(SessionSummary session, Iterable<TranscriptMessage> messages, Writer out) throws IOException {
        out.write("# " + orElse(session.title(), "Untitled") + "\n\n");
        out.write("- **Project:** " + orElse(session.projectPath(), "N/A") + "\n");
        out.write("- **Model:** " + orElse(session.model(), "N/A") + "\n");
        out.write("- **Tokens:** " + session.tokens().total() + "\n");
        out.write("- **Cost:** $" + cost(session) + "\n\n");
        out.write("---\n\n");
        for (TranscriptMessage message : messages) {
            out.write(message.role() == MessageRole.USER ? "## User\n\n" : "## Assistant\n\n");
            out.write(message.readableText());
            out.write("\n\n");
        }
    }

    private static String cost(SessionSummary session) {
        return BigDecimal.valueOf(session.costMicros(), MICROS_SCALE)
                .setScale(COST_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }
}
