package dev.opensync.eval.export;

import dev.opensync.eval.cases.Conversation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several formats in one archive; the same content gives the same bytes. */
final class EvalArchive {

    private final CaseSource source;
    private final ExportTotals totals;
    private final List<EvalFormat> formats;

    EvalArchive(CaseSource source, ExportTotals totals, List<EvalFormat> formats) {
        this.source = source;
        this.totals = totals;
        this.formats = formats;
    }

    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        if (source.options().readme()) {
            entry(zip, "README.txt", text -> text.append(Readme.of(source, totals)));
        }
        if (formats.stream().anyMatch(EvalFormat::isOfFiles)) {
            writeSessions(zip);
        }
        for (EvalFormat format : formats) {
            if (!format.isOfFiles()) {
                entry(zip, format.nameInArchive(), text -> new CaseFile(source, format).write(text));
            }
        }
        // Not closed: the stream below belongs to the caller.
        zip.finish();
        zip.flush();
    }

    private void writeSessions(ZipOutputStream zip) throws IOException {
        SessionFiles files = new SessionFiles(source, totals);
        entry(zip, "manifest.json", files::writeManifest);
        for (Conversation conversation : files.shown()) {
            SessionFile file = new SessionFile(
                    conversation, source.options(), source.options().toolCalls());
            entry(zip, "sessions/" + SessionFile.name(conversation), file::write);
        }
    }

    private void entry(ZipOutputStream zip, String name, StreamedJson.Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(source.exportedAt(), ZoneOffset.UTC));
        zip.putNextEntry(entry);
        Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        content.write(text);
        text.flush();
        zip.closeEntry();
    }
}
