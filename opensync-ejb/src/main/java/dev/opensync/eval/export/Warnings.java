package dev.opensync.eval.export;

import java.util.ArrayList;
import java.util.List;

/** What somebody should know before an export. */
final class Warnings {

    private static final int LARGE_EXPORT = 1_000;
    private static final int SHOWN_ID_CHARS = 8;

    private Warnings() {}

    static List<String> of(ExportTotals totals) {
        List<String> warnings = new ArrayList<>();
        if (totals.skipped() > 0) {
            warnings.add(totals.skipped() + " session(s) have no messages and will be skipped");
        }
        if (totals.withoutModel() > 0) {
            warnings.add(totals.withoutModel() + " session(s) have no model specified");
        }
        long withoutCases = totals.sessions() - totals.withCases();
        if (withoutCases > 0) {
            warnings.add(withoutCases + " session(s) make no test case in this turn mode");
        }
        if (totals.uncounted() > 0) {
            warnings.add(totals.uncounted() + " more session(s) are not counted here; the file will hold theirs too");
        }
        if (totals.testCases() > LARGE_EXPORT) {
            warnings.add("Large export: " + totals.testCases() + " test cases");
        }
        totals.firstSkipped()
                .forEach(id -> warnings.add("Session " + id.substring(0, Math.min(id.length(), SHOWN_ID_CHARS))
                        + ": No messages after filtering"));
        return warnings;
    }
}
