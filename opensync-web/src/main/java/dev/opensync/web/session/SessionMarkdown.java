package dev.opensync.web.session;

import dev.opensync.export.SessionWriter;
import dev.opensync.session.MessageRole;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.shared.Dollars;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session as a document for people, with what its tools were asked and what they answered. The one that programs get is
 * shorter.
 *
 * @param zone of the reader
 */
record SessionMarkdown(ZoneId zone) implements SessionWriter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Pattern TICKS = Pattern.compile("`+");
    private static final int LEAST_TICKS = 3;
    private static final int NAME_CHARS = 100;

    /** The title in letters, digits and dashes of ASCII, and the day of the download. */
    static String fileName(SessionSummary session, Instant now) {
        String title = Objects.requireNonNullElse(session.title(), "");
        String name = title.isBlank() ? "session" : title.replaceAll("[^A-Za-z0-9]+", "-");
        return name.substring(0, Math.min(name.length(), NAME_CHARS)) + "_" + LocalDate.ofInstant(now, ZoneOffset.UTC)
                + ".md";
    }

    @Override
    public void write(SessionSummary session, Iterable<TranscriptMessage> messages, Writer out) throws IOException {
        String title = Objects.requireNonNullElse(session.title(), "");
        out.write("# " + (title.isBlank() ? "Untitled Session" : line(title)) + "\n\n");
        out.write("| Property | Value |\n|----------|-------|\n");
        row(out, "Project", ShownSession.project(session));
        row(out, "Model", session.model());
        row(out, "Tokens", String.format(Locale.ROOT, "%,d", session.tokens().total()));
        row(out, "Cost", Dollars.text(session.costMicros()));
        row(out, "Date", MOMENT.format(session.createdAt().atZone(zone)) + " (" + zone + ")");
        out.write("\n---\n");
        for (TranscriptMessage message : messages) {
            write(message, out);
        }
    }

    private static void row(Writer out, String name, @Nullable String value) throws IOException {
        String shown = value == null || value.isBlank() ? "N/A" : line(value).replace("|", "\\|");
        out.write("| " + name + " | " + shown + " |\n");
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** One that says nothing has no heading. */
    private static void write(TranscriptMessage message, Writer out) throws IOException {
        List<String> said = Pieces.of(message).stream()
                .map(SessionMarkdown::text)
                .filter(text -> !text.isBlank())
                .toList();
        if (!said.isEmpty()) {
            out.write(message.role() == MessageRole.USER ? "\n## User\n" : "\n## Assistant\n");
        }
        for (String text : said) {
            out.write("\n" + text + "\n");
        }
    }

    /** Thinking is left out. */
    private static String text(Piece piece) {
        if (piece instanceof Piece.Speech speech) {
            return speech.text().strip();
        }
        if (piece instanceof Piece.Call call) {
            String asked =
                    "**Tool: " + line(call.name()) + "**\n\n" + fenced("json", JsonShapes.pretty(call.arguments()));
            return call.result() == null ? asked : asked + "\n\n" + text(call.result());
        }
        if (piece instanceof Piece.Result result) {
            Block.Output output = result.output();
            return "**Result:**\n\n" + fenced("", output.cutChars() == 0 ? output.text() : output.text() + "…");
        }
        if (piece instanceof Piece.Plain plain && plain.block() instanceof Block.Other other) {
            return "**" + other.type() + "**\n\n" + fenced("json", other.content());
        }
        return "";
    }

    /** By a fence that is longer than any in it. */
    private static String fenced(String language, String text) {
        int ticks = LEAST_TICKS;
        for (Matcher run = TICKS.matcher(text); run.find(); ) {
            ticks = Math.max(ticks, run.group().length() + 1);
        }
        String fence = "`".repeat(ticks);
        return fence + language + "\n" + text + "\n" + fence;
    }
}
