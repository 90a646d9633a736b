package dev.opensync.api.sync;

import dev.opensync.api.json.JsonFields;
import dev.opensync.api.json.JsonValue;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.SessionUpsert;
import org.jspecify.annotations.Nullable;

/** Reads a session as any version of any plugin sends it: the canonical names first, then their aliases. */
final class SessionReader {

    private static final int MAX_ID = 255;
    private static final double MICROS_PER_DOLLAR = 1e6;

    /** A billion dollars, far above any session and far below what a column holds. */
    private static final double MAX_COST = 1e9;

    private SessionReader() {}

    static SessionUpsert read(JsonValue json) {
        JsonFields fields = fields(json, "A session");
        String id = checkedId(fields.id("externalId", "sessionId"), "externalId");
        if (id == null) {
            throw OpenSyncException.invalid("Missing externalId or sessionId");
        }
        JsonFields usage = usage(fields);
        return new SessionUpsert(
                id,
                fields.text("title"),
                fields.text("projectPath", "cwd"),
                fields.text("projectName"),
                fields.text("model"),
                fields.text("provider"),
                fields.text("source"),
                promptTokens(fields, usage),
                completionTokens(fields, usage),
                costMicros(fields),
                fields.whole("durationMs"),
                fields.timeMillis("createdAt", "startedAt", "timestamp", "created"),
                fields.timeMillis("endedAt"),
                fields.rest());
    }

    static JsonFields fields(JsonValue json, String what) {
        if (!json.isObject()) {
            throw OpenSyncException.invalid(what + " must be a JSON object");
        }
        return JsonFields.of(json);
    }

    /** Null stays null; an id is an index key, so it is refused rather than cut when it is too long. */
    static @Nullable String checkedId(@Nullable String id, String field) {
        if (id != null && id.codePointCount(0, id.length()) > MAX_ID) {
            throw OpenSyncException.invalid(field + " is longer than " + MAX_ID + " characters");
        }
        return id;
    }

    static @Nullable JsonFields usage(JsonFields fields) {
        JsonValue usage = fields.value("tokenUsage");
        return usage != null && usage.isObject() ? JsonFields.of(usage) : null;
    }

    static @Nullable Long promptTokens(JsonFields fields, @Nullable JsonFields usage) {
        Long tokens = fields.whole("promptTokens", "inputTokens");
        return tokens == null && usage != null ? usage.whole("input") : tokens;
    }

    static @Nullable Long completionTokens(JsonFields fields, @Nullable JsonFields usage) {
        Long tokens = fields.whole("completionTokens", "outputTokens");
        return tokens == null && usage != null ? usage.whole("output") : tokens;
    }

    private static @Nullable Long costMicros(JsonFields fields) {
        Double cost = fields.number("cost", "costEstimate");
        if (cost == null) {
            return null;
        }
        if (cost > MAX_COST) {
            throw OpenSyncException.invalid("cost is too large");
        }
        return Math.round(cost * MICROS_PER_DOLLAR);
    }
}
