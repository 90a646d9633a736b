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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how much of what is asked for; the defaults are those of opensync convex/http.ts {@code /api/context}. */
public final class ContextParameters {

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
                PageLimit.parse(
                        "limit", parameters.value("limit"), ContextRequest.SESSIONS, ContextRequest.MOST_SESSIONS),
                only(parameters.value("only")),
                PageLimit.parse("messages", messages, ContextRequest.MESSAGES, ContextRequest.MOST_MESSAGES),
                AROUND.parse(around, false),
                !asUpstream,
                Objects.requireNonNullElse(maxTokens(maxTokens), ContextRequest.MOST_TOKENS),
                format,
                baseUrl);
    }

    /** Null if it is not there. Fails with {@code INVALID}. */
    public static @Nullable Integer maxTokens(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : PageLimit.parse("maxTokens", text, ContextRequest.MOST_TOKENS, ContextRequest.MOST_TOKENS);
    }

    private static @Nullable Set<String> only(@Nullable String ids) {
        return ids == null || ids.isBlank()
                ? null
                : Stream.of(ids.split(",", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /** Anything unknown is messages, as ever. */
    public static ContextFormat format(@Nullable String name) {
        return switch (Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT)) {
            case "", "text" -> ContextFormat.TEXT;
            case "markdown" -> ContextFormat.MARKDOWN;
            case "xml" -> ContextFormat.XML;
            default -> ContextFormat.MESSAGES;
        };
    }
}
