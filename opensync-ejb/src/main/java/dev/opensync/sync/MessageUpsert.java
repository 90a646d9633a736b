package dev.opensync.sync;

import dev.opensync.session.MessageRole;
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

    /** The same message said twice in one request: what {@code later} says wins, what it leaves out stays. */
    MessageUpsert mergedWith(MessageUpsert later) {
        return new MessageUpsert(
                sessionExternalId,
                externalId,
                role,
                later.text == null ? text : later.text,
                later.model == null ? model : later.model,
                later.source == null ? source : later.source,
                later.promptTokens == null ? promptTokens : later.promptTokens,
                later.completionTokens == null ? completionTokens : later.completionTokens,
                later.durationMs == null ? durationMs : later.durationMs,
                later.createdAtMs == null ? createdAtMs : later.createdAtMs,
                later.parts == null ? parts : later.parts,
                later.extra.isEmpty() ? extra : later.extra);
    }
}
