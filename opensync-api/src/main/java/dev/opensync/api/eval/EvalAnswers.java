package dev.opensync.api.eval;

import dev.opensync.eval.export.EvalDownload;
import dev.opensync.eval.export.EvalExportRequest;
import dev.opensync.eval.export.EvalExports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers with an export as a file, written while it is read. */
@ApplicationScoped
public class EvalAnswers {

    @Inject
    EvalExports exports;

    /** Fails with {@code NOT_FOUND} if there is nothing to export. */
    public Response answer(long accountId, EvalExportRequest request) {
        return of(exports.prepare(accountId, request));
    }

    static Response of(EvalDownload download) {
        StreamingOutput body = download::write;
        return Response.ok(body)
                .type(download.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + download.fileName() + "\"")
                .header("X-Export-Sessions", download.sessions())
                .header("X-Export-TestCases", download.testCases())
                .build();
    }
}
