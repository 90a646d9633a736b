package dev.opensync.eval.export;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.session.TranscriptPart;
import dev.opensync.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** A session as a text file for people. */
final class SessionFile {

    private static final String RULE = "=".repeat(80);
    private static final int MOST_NAME_CHARS = 120;
    private static final int HASH_CHARS = 12;

    private final Conversation conversation;
    private final ExportOptions options;
    private final boolean withTools;

    SessionFile(Conversation conversation, ExportOptions options, boolean withTools) {
        this.conversation = conversation;
        this.options = options;
        this.withTools = withTools;
    }

    /** Of letters, digits and {@code . _ -}; ids that have others or are long get a hash, so that no two are the same. */
    static String name(Conversation conversation) {
        String id = conversation.sessionId();
        String safe = id.replaceAll("[^A-Za-z0-9._-]", "_");
        if (safe.equals(id) && id.length() <= MOST_NAME_CHARS) {
            return "session-" + id + ".txt";
        }
        byte[] hash = Sha256.digest().digest(id.getBytes(StandardCharsets.UTF_8));
        return "session-" + safe.substring(0, Math.min(safe.length(), MOST_NAME_CHARS)) + "-"
                + HexFormat.of().formatHex(hash).substring(0, HASH_CHARS) + ".txt";
    }

    void write(Appendable out) throws IOException {
        writeHead(out);
        for (SpokenMessage message : conversation.messages()) {
            if (options.keep(message)) {
                write(message, out);
            }
        }
        out.append(RULE).append("\nEND SESSION\n").append(RULE);
    }

    private void writeHead(Appendable out) throws IOException {
        out.append(RULE).append('\n');
        field(out, "SESSION", conversation.sessionId());
        field(out, "SOURCE", conversation.source());
        field(out, "MODEL", conversation.modelOrUnknown());
        field(out, "DATE", IsoTime.of(conversation.createdAt()));
        field(out, "TOKENS", Long.toString(conversation.tokens().total()));
        if (conversation.status() != null) {
            field(out, "STATUS", conversation.status());
        }
        if (!conversation.tags().isEmpty()) {
            field(out, "TAGS", String.join(", ", conversation.tags()));
        }
        if (conversation.project() != null) {
            field(out, "PROJECT", conversation.project());
        }
        out.append(RULE).append("\n\n");
    }

    private static void field(Appendable out, String name, String value) throws IOException {
        out.append(name).append(": ").append(value).append('\n');
    }

    private void write(SpokenMessage message, Appendable out) throws IOException {
        boolean showsTools = withTools && !message.tools().isEmpty();
        out.append('[').append(IsoTime.of(message.createdAt())).append("] ");
        out.append(message.role().name().toUpperCase(Locale.ROOT)).append(":\n");
        if (!message.text().isEmpty() || !showsTools) {
            out.append(message.text().isEmpty() ? "(empty)" : message.text()).append('\n');
        }
        if (showsTools) {
            for (TranscriptPart part : message.tools()) {
                out.append(ToolBlock.of(part));
            }
        }
        out.append('\n');
    }
}
