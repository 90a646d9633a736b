package dev.opensync.web.context;

import dev.opensync.context.ContextFormat;
import dev.opensync.context.ContextRequest;
import dev.opensync.search.SearchQueryParser;
import dev.opensync.search.SearchType;
import dev.opensync.web.faces.QueryString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to take along, as the address of the page says it; the parameters are those of {@code /api/context}.
 *
 * @param words what it is about; empty if nothing is asked for
 * @param only ids of the sessions to take of those found; null for all, {@code none} for none
 */
public record ContextChoice(
        String words,
        SearchType type,
        int limit,
        @Nullable Set<String> only,
        int messages,
        int maxTokens,
        ContextFormat format) {

    private static final List<Integer> LIMITS = List.of(3, ContextRequest.SESSIONS, 10, ContextRequest.MOST_SESSIONS);
    private static final List<Integer> MESSAGES = List.of(5, ContextRequest.MESSAGES, 20, ContextRequest.MOST_MESSAGES);

    /** Room enough for a few sessions, and a small part of what any model takes. */
    private static final int TOKENS = 8_000;

    public ContextChoice {
        only = only == null ? null : Set.copyOf(only);
    }

    /** From the parameters of an address; what cannot be used does not count. */
    static ContextChoice of(Map<String, String> parameters) {
        String words = parameters.getOrDefault("q", "").strip();
        String only = parameters.getOrDefault("only", "");
        return new ContextChoice(
                words.substring(0, Math.min(words.length(), ContextRequest.MOST_WORDS_CHARS)),
                SearchType.of(parameters.getOrDefault("type", SearchType.SEMANTIC.wireName())),
                number(parameters.get("limit"), ContextRequest.SESSIONS, ContextRequest.MOST_SESSIONS),
                only.isBlank() ? null : Set.copyOf(List.of(only.split(",", -1))),
                number(parameters.get("messages"), ContextRequest.MESSAGES, ContextRequest.MOST_MESSAGES),
                number(parameters.get("maxTokens"), TOKENS, ContextRequest.MOST_TOKENS),
                format(parameters.getOrDefault("format", "")));
    }

    boolean isAsked() {
        return !words.isEmpty();
    }

    /** Whether a session that is found is wanted. */
    boolean isFor(String sessionId) {
        return only == null || only.contains(sessionId);
    }

    /** For links, {@code baseUrl} of the console. */
    ContextRequest request(String baseUrl) {
        return new ContextRequest(
                words,
                SearchQueryParser.parse(words),
                type,
                limit,
                only,
                messages,
                true,
                true,
                maxTokens,
                format,
                baseUrl);
    }

    /** Everything that the answer of {@code /api/context} depends on. */
    public QueryString query() {
        return QueryString.EMPTY
                .with("q", words)
                .with("type", typeName())
                .with("limit", Integer.toString(limit))
                .with("messages", Integer.toString(messages))
                .with("around", "hit")
                .with("maxTokens", Integer.toString(maxTokens))
                .with("format", formatName())
                .with("only", only == null ? null : String.join(",", new TreeSet<>(only)));
    }

    public String typeName() {
        return type.wireName();
    }

    public String formatName() {
        return format.name().toLowerCase(Locale.ROOT);
    }

    /** What the page offers, and what the address says. */
    public List<Integer> limits() {
        return with(limit, LIMITS);
    }

    /** Likewise. */
    public List<Integer> messageCounts() {
        return with(messages, MESSAGES);
    }

    private static List<Integer> with(int chosen, List<Integer> offered) {
        return Stream.concat(offered.stream(), Stream.of(chosen))
                .distinct()
                .sorted()
                .toList();
    }

    private static int number(@Nullable String text, int otherwise, int most) {
        return text != null && text.matches("[1-9]\\d{0,8}") ? Math.min(Integer.parseInt(text), most) : otherwise;
    }

    private static ContextFormat format(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "markdown" -> ContextFormat.MARKDOWN;
            case "xml" -> ContextFormat.XML;
            default -> ContextFormat.TEXT;
        };
    }
}
