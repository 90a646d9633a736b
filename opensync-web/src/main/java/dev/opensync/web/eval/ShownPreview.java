package dev.opensync.web.eval;

import dev.opensync.eval.export.EvalPreview;
import dev.opensync.web.faces.Formats;
import java.util.List;

/**
 * What an export will hold, as its dialog shows it.
 *
 * @param text how the file begins; empty if there is nothing to export
 */
public record ShownPreview(String sessions, String cases, String models, String text, List<String> warnings) {

    static final ShownPreview NOTHING = new ShownPreview("0", "0", "0", "", List.of());

    public ShownPreview {
        warnings = List.copyOf(warnings);
    }

    static ShownPreview of(EvalPreview preview) {
        return new ShownPreview(
                Formats.grouped(preview.sessions()),
                (preview.uncounted() > 0 ? "≥ " : "") + Formats.grouped(preview.testCases()),
                Formats.grouped(preview.models().size()),
                String.join("\n", preview.firstCases()),
                preview.warnings());
    }
}
