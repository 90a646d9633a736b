package dev.opensync.eval.export;

import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.cases.ExportOptions;
import java.util.List;

/**
 * What somebody wants to take out.
 *
 * @param formats one for that file, several for an archive with all of them
 */
public record EvalExportRequest(EvalSelection selection, List<EvalFormat> formats, ExportOptions options) {

    public EvalExportRequest {
        formats = formats.stream().distinct().toList();
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("An export has at least one format");
        }
    }
}
