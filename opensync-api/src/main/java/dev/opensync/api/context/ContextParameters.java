package dev.opensync.api.context;

import dev.opensync.api.http.Choice;
import dev.opensync.api.http.PageLimit;
import dev.opensync.api.search.SearchParameters;
import dev.opensync.context.ContextFormat;
import dev.opensync.context.ContextRequest;
import dev.opensync.search.SearchType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how much of what is asked for; the defaults are those of opensync convex/http.ts {@code /api/context}. */
final class ContextParameters {

    private static final int SESSIONS = 5;
    private static final int MAX_SESSIONS = 20;
    private static final int MESSAGES = 10;
    private static final int MAX_MESSAGES = 50;

    /** No model takes in much more, and the answer is put together in memory. */
    private static final int MAX_TOKENS = 200_000;

    private static final Choice<Boolean> AROUND = Choice.of("around", List.of(false, true), hit -> hit ? "hit" : "end");

    private ContextParameters() {}

    static ContextRequest read(SearchParameters parameters, String baseUrl) {
        ContextFormat format = format(parameters.value("format"));
        String maxTokens = parameters.value("maxTokens");
        String around = parameters.value("around");
        String messages = parameters.value("messages");
        boolean asUpstream = maxTokens == null
                && around == null
                && messages == null
                && (format == ContextFormat.TEXT || format == ContextFormat.MESSAGES);
        return new ContextRequest(
                parameters.words(),
                parameters.query(),
                parameters.type(SearchType.SEMANTIC),
                PageLimit.parse("limit", parameters.value("limit"), SESSIONS, MAX_SESSIONS),
                PageLimit.parse("messages", messages, MESSAGES, MAX_MESSAGES),
                AROUND.parse(around, false),
                !asUpstream,
                PageLimit.parse("maxTokens", maxTokens, MAX_TOKENS, MAX_TOKENS),
                format,
                baseUrl);
    }

    private static ContextFormat format(@Nullable String name) {
        return switch (Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT)) {
            case "", "text" -> ContextFormat.TEXT;
            case "markdown" -> ContextFormat.MARKDOWN;
            case "xml" -> ContextFormat.XML;
            default -> ContextFormat.MESSAGES;
        };
    }
}
