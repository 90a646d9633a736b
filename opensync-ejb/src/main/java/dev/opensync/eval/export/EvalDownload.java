package dev.opensync.eval.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An export that is about to be written; what it holds is counted already. */
public final class EvalDownload {

    private final CaseSource source;
    private final ExportTotals totals;
    private final List<EvalFormat> formats;
    private final String name;

    /** {@code name}: of the file, without day and extension. */
    public EvalDownload(CaseSource source, List<EvalFormat> formats, String name) {
        this(source, ExportTotals.of(source), formats, name);
    }

    EvalDownload(CaseSource source, ExportTotals totals, List<EvalFormat> formats, String name) {
        this.source = source;
        this.totals = totals;
        this.formats = List.copyOf(formats);
        this.name = name;
    }

    private EvalFormat format() {
        return formats.size() == 1 ? formats.get(0) : EvalFormat.ZIP;
    }

    /** With the day of the export in UTC, such as {@code opensync-deepeval-2026-01-31.json}. */
    public String fileName() {
        String kind = formats.size() == 1 && format() != EvalFormat.ZIP ? "-" + format().wireName() : "-evals";
        return name + kind + "-" + IsoTime.day(source.exportedAt()) + "." + format().extension();
    }

    public String contentType() {
        return format().contentType();
    }

    /** Of those that are in it. */
    public long sessions() {
        boolean ofFiles = formats.stream().anyMatch(EvalFormat::isOfFiles);
        return ofFiles ? totals.sessions() : totals.withCases();
    }

    public long testCases() {
        return totals.testCases();
    }

    /** Reads while it writes, session by session. */
    public void write(OutputStream out) throws IOException {
        if (format() == EvalFormat.ZIP) {
            new EvalArchive(source, totals, formats).write(out);
            return;
        }
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (format() == EvalFormat.FILESYSTEM) {
            new SessionFiles(source, totals).write(text);
        } else {
            new CaseFile(source, format()).write(text);
        }
        text.flush();
    }
}
