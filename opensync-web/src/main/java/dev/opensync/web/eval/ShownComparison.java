package dev.opensync.web.eval;

import dev.opensync.eval.dataset.Dataset;
import dev.opensync.eval.dataset.DatasetComparison;
import dev.opensync.web.faces.Formats;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What one version of a dataset has that another has not.
 *
 * @param shortened whether only the first differences are listed
 */
public record ShownComparison(
        String name,
        int from,
        int to,
        String added,
        String removed,
        String changed,
        String unchanged,
        boolean shortened,
        List<Case> cases) {

    /**
     * A test case that differs.
     *
     * @param kind added, removed or changed
     * @param link the session's message in the console, after the path of the application
     */
    public record Case(String kind, String excerpt, String link) {}

    public ShownComparison {
        cases = List.copyOf(cases);
    }

    static ShownComparison of(Dataset dataset, int from, int to, DatasetComparison comparison) {
        List<Case> cases = comparison.first().stream()
                .map(difference -> new Case(
                        difference.kind().name().toLowerCase(Locale.ROOT),
                        difference.excerpt(),
                        "/session?id=" + URLEncoder.encode(difference.sessionId(), StandardCharsets.UTF_8) + "&at="
                                + difference.sequence() + "#m-" + difference.sequence()))
                .toList();
        return new ShownComparison(
                dataset.name(),
                from,
                to,
                Formats.grouped(comparison.added()),
                Formats.grouped(comparison.removed()),
                Formats.grouped(comparison.changed()),
                Formats.grouped(comparison.unchanged()),
                cases.size() < comparison.added() + comparison.removed() + comparison.changed(),
                cases);
    }

    public boolean same() {
        return cases.isEmpty();
    }
}
