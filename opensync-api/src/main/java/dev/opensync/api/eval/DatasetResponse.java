package dev.opensync.api.eval;

import dev.opensync.eval.dataset.Dataset;
import dev.opensync.eval.dataset.DatasetComparison;
import dev.opensync.eval.dataset.DatasetVersion;
import java.util.List;
import java.util.Locale;

/** A dataset on the wire, its versions newest first. */
public record DatasetResponse(String id, String name, List<Version> versions) {

    static DatasetResponse of(Dataset dataset) {
        return new DatasetResponse(
                dataset.id(),
                dataset.name(),
                dataset.versions().stream().map(Version::of).toList());
    }

    /** {@code fingerprint}: SHA-256 of what it holds; {@code createdAt} in epoch milliseconds. */
    public record Version(
            int version,
            long createdAt,
            String note,
            long sessions,
            long testCases,
            String turnMode,
            boolean anonymized,
            String fingerprint) {

        static Version of(DatasetVersion version) {
            return new Version(
                    version.version(),
                    version.createdAt().toEpochMilli(),
                    version.note(),
                    version.sessions(),
                    version.testCases(),
                    version.options().turnMode().wireName(),
                    version.options().anonymous(),
                    version.fingerprint());
        }
    }

    /** How version {@code to} differs from version {@code from}; {@code differences} are the first 200. */
    public record Comparison(
            int from, int to, long added, long removed, long changed, long unchanged, List<Difference> differences) {

        static Comparison of(int from, int to, DatasetComparison comparison) {
            return new Comparison(
                    from,
                    to,
                    comparison.added(),
                    comparison.removed(),
                    comparison.changed(),
                    comparison.unchanged(),
                    comparison.first().stream().map(Difference::of).toList());
        }
    }

    /** {@code kind}: added, removed or changed; {@code sequence}: number of the user's message in its session. */
    public record Difference(String kind, String sessionId, int sequence, String excerpt) {

        static Difference of(DatasetComparison.Difference difference) {
            return new Difference(
                    difference.kind().name().toLowerCase(Locale.ROOT),
                    difference.sessionId(),
                    difference.sequence(),
                    difference.excerpt());
        }
    }
}
