package dev.opensync.sync;

import dev.opensync.session.MessageRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request says about a message; null = nothing was said.
 *
 * @param source used only if the session is not known yet or never named its source
 * @param parts null keeps the stored parts, an empty list removes them
 * @param extra every other key, with the text of its JSON value
 */
public record MessageUpsert(
        String sessionExternalId,
        String externalId,
        MessageRole role,
        @Nullable String text,
        @Nullable String model,
        @Nullable String source,
        @Nullable Long promptTokens,
        @Nullable Long completionTokens,
        @Nullable Long durationMs,
        @Nullable Long createdAtMs,
        @Nullable List<PartUpsert> parts,
        Map<String, String> extra) {

    public MessageUpsert {
        model = ColumnWidth.MODEL.cutOrNull(model);
        source = ColumnWidth.SOURCE.cutOrNull(source);
        parts = parts == null ? null : List.copyOf(parts);
        extra = Map.copyOf(extra);
    }

    /** The same message said twice in one transaction: what {@code later} says wins, what it leaves out or open stays. */
    MessageUpsert mergedWith(MessageUpsert later) {
        return new MessageUpsert(
                sessionExternalId,
                externalId,
                role,
                said(text, later.text),
                said(model, later.model),
                said(source, later.source),
                said(promptTokens, later.promptTokens),
                said(completionTokens, later.completionTokens),
                said(durationMs, later.durationMs),
                createdAtMs == null ? later.createdAtMs : createdAtMs,
                later.parts == null ? parts : later.parts,
                laidOver(extra, later.extra));
    }

    private static Map<String, String> laidOver(Map<String, String> extra, Map<String, String> later) {
        Map<String, String> merged = new HashMap<>(extra);
        merged.putAll(later);
        return merged;
    }

    /** Empty text tells nothing where text is known. */
    static @Nullable String said(@Nullable String known, @Nullable String later) {
        return later == null || (later.isEmpty() && known != null) ? known : later;
    }

    /** Zero tells nothing where a number is known. */
    static @Nullable Long said(@Nullable Long known, @Nullable Long later) {
        return later == null || (later == 0 && known != null) ? known : later;
    }
}
