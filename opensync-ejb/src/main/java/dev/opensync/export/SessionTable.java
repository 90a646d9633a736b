package dev.opensync.export;

import dev.opensync.session.SessionSummary;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as lines of comma-separated values, written one by one. Columns as in the original OpenSync; texts are always in
 * quotes, and none is taken for a formula by a spreadsheet.
 */
public final class SessionTable {

    public static final String CONTENT_TYPE = "text/csv";

    private static final String COLUMNS =
            "Session ID,External ID,Source,Title,Project Name,Project Path,Model,Provider,"
                    + "Prompt Tokens,Completion Tokens,Total Tokens,Cost,Duration (ms),Message Count,Is Public,Public Slug,"
                    + "Created At,Updated At";

    /** Spreadsheets compute a cell that begins so, some of them also after blanks or with the wide forms of the signs. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Cntrl}]*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private static final int MICROS_SCALE = 6;

    private SessionTable() {}

    /** With a line of column names first. */
    public static void write(Iterable<SessionSummary> sessions, Writer out) throws IOException {
        out.write(COLUMNS + "\n");
        for (SessionSummary session : sessions) {
            out.write(String.join(",", cells(session)) + "\n");
        }
    }

    private static List<String> cells(SessionSummary session) {
        return List.of(
                session.id(),
                text(session.externalId()),
                text(session.source()),
                text(session.title()),
                text(session.projectName()),
                text(session.projectPath()),
                text(session.model()),
                text(session.provider()),
                Long.toString(session.tokens().prompt()),
                Long.toString(session.tokens().completion()),
                Long.toString(session.tokens().total()),
                BigDecimal.valueOf(session.costMicros(), MICROS_SCALE).toPlainString(),
                Objects.toString(session.durationMs(), ""),
                Integer.toString(session.messageCount()),
                Boolean.toString(session.isPublic()),
                "",
                session.createdAt().toString(),
                session.updatedAt().toString());
    }

    private static String text(@Nullable String text) {
        String shown = Objects.requireNonNullElse(text, "");
        String guarded = FORMULA.matcher(shown).matches() ? "'" + shown : shown;
        return '"' + guarded.replace("\"", "\"\"") + '"';
    }
}
