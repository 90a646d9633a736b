package dev.opensync.sync;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request says about a session; null = nothing was said. Totals are of the whole session so far, never deltas.
 * Names longer than their columns are cut.
 *
 * @param externalId the tool's own id, not blank, at most 255 characters
 * @param costMicros millionths of a US dollar
 * @param endedAtMs gives the duration where {@code durationMs} is null
 * @param extra every other key, with the text of its JSON value
 */
public record SessionUpsert(
        String externalId,
        @Nullable String title,
        @Nullable String projectPath,
        @Nullable String projectName,
        @Nullable String model,
        @Nullable String provider,
        @Nullable String source,
        @Nullable Long promptTokens,
        @Nullable Long completionTokens,
        @Nullable Long costMicros,
        @Nullable Long durationMs,
        @Nullable Long createdAtMs,
        @Nullable Long endedAtMs,
        Map<String, String> extra) {

    public SessionUpsert {
        title = ColumnWidth.TITLE.cutOrNull(title);
        projectPath = ColumnWidth.PROJECT_PATH.cutOrNull(projectPath);
        projectName = ColumnWidth.PROJECT_NAME.cutOrNull(projectName);
        model = ColumnWidth.MODEL.cutOrNull(model);
        provider = ColumnWidth.PROVIDER.cutOrNull(provider);
        source = ColumnWidth.SOURCE.cutOrNull(source);
        extra = Map.copyOf(extra);
    }
}
