package dev.opensync.eval.dataset;

import dev.opensync.eval.cases.ExportOptions;
import java.time.Instant;

/**
 * What a dataset held at one time; it never changes.
 *
 * @param version counts from 1
 * @param note of its owner, empty for none
 * @param fingerprint SHA-256 in hex digits; two versions with the same one hold the same
 * @param options by which its test cases are made
 */
public record DatasetVersion(
        int version,
        Instant createdAt,
        String note,
        long sessions,
        long testCases,
        String fingerprint,
        ExportOptions options) {}
