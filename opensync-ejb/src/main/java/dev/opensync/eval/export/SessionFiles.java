package dev.opensync.eval.export;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.Walk;
import java.io.IOException;
import java.util.Map;

/** All sessions of an export as text files inside one JSON document. */
final class SessionFiles {

    private static final String VERSION = "1.0";

    private final CaseSource source;
    private final ExportTotals totals;

    SessionFiles(CaseSource source, ExportTotals totals) {
        this.source = source;
        this.totals = totals;
    }

    void write(Appendable out) throws IOException {
        StreamedJson json = new StreamedJson(out, true);
        json.openObject();
        json.name("manifest").openObject();
        json.name("opensync_metadata").openObject();
        json.name("export_version").text(VERSION);
        json.name("export_date").text(IsoTime.of(source.exportedAt()));
        json.name("total_sessions").number(totals.sessions());
        json.name("total_test_cases").number(totals.testCases());
        json.name("skipped_sessions").number(totals.skipped());
        json.closeObject();
        writeRest(json, "");
        json.closeObject();
        json.name("files").openObject();
        for (Conversation conversation : shown()) {
            json.name(SessionFile.name(conversation));
            json.written(new SessionFile(conversation, source.options(), false)::write);
        }
        json.closeObject();
        json.name("readme").text(Readme.of(source, totals));
        json.closeObject();
    }

    /** What an archive tells of itself. */
    void writeManifest(Appendable out) throws IOException {
        StreamedJson json = new StreamedJson(out, true);
        json.openObject();
        json.name("export_date").text(IsoTime.of(source.exportedAt()));
        json.name("total_sessions").number(totals.sessions());
        writeRest(json, "sessions/");
        json.closeObject();
    }

    private void writeRest(StreamedJson json, String folder) throws IOException {
        json.name("sources").openObject();
        for (Map.Entry<String, Long> entry : totals.sources().entrySet()) {
            json.name(entry.getKey()).number(entry.getValue());
        }
        json.closeObject();
        json.name("models").texts(totals.models().keySet());
        json.name("files").openArray();
        for (Conversation conversation : shown()) {
            json.text(folder + SessionFile.name(conversation));
        }
        json.closeArray();
    }

    Iterable<Conversation> shown() {
        return Walk.matching(
                source.conversations(), conversation -> !ExportTotals.isSkipped(conversation, source.options()));
    }
}
