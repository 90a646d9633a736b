package dev.opensync.api.eval;

import dev.opensync.eval.export.EvalDownload;
import java.time.Instant;

/** Where an export can be fetched with the same credential, until {@code expiresAt} in epoch milliseconds. */
public record EvalExportResponse(String downloadUrl, long expiresAt, String fileName, Stats stats) {

    static EvalExportResponse of(String url, Instant expiresAt, EvalDownload download) {
        return new EvalExportResponse(
                url,
                expiresAt.toEpochMilli(),
                download.fileName(),
                new Stats(download.sessions(), download.testCases()));
    }

    /** What it holds. */
    public record Stats(long sessions, long testCases) {}
}
