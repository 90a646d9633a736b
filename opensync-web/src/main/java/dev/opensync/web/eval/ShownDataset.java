package dev.opensync.web.eval;

import dev.opensync.eval.dataset.Dataset;
import dev.opensync.eval.dataset.DatasetVersion;
import dev.opensync.web.faces.Formats;
import java.time.Instant;
import java.util.List;

/** One dataset with its versions, newest first, every value as it is written. */
public record ShownDataset(String id, String name, List<Version> versions) {

    private static final int SHORT_CHARS = 12;

    /**
     * One of its versions.
     *
     * @param created for the browser to write in its own zone
     * @param createdText the same, in words
     * @param turns name of the turn mode
     */
    public record Version(
            int number,
            String created,
            String createdText,
            String note,
            String sessions,
            String cases,
            String fingerprint,
            String turns) {

        static Version of(DatasetVersion version, Instant now) {
            return new Version(
                    version.version(),
                    version.createdAt().toString(),
                    Formats.ago(version.createdAt(), now),
                    version.note(),
                    Formats.grouped(version.sessions()),
                    Formats.grouped(version.testCases()),
                    version.fingerprint(),
                    version.options().turnMode().wireName());
        }

        /** Enough of the fingerprint to tell two versions apart. */
        public String shortFingerprint() {
            return fingerprint.substring(0, Math.min(SHORT_CHARS, fingerprint.length()));
        }
    }

    public ShownDataset {
        versions = List.copyOf(versions);
    }

    static ShownDataset of(Dataset dataset, Instant now) {
        return new ShownDataset(
                dataset.id(),
                dataset.name(),
                dataset.versions().stream()
                        .map(version -> Version.of(version, now))
                        .toList());
    }
}
