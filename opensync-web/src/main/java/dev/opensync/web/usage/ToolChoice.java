package dev.opensync.web.usage;

import dev.opensync.usage.tool.ToolUsage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tools the table of the analytics shows, and in what order.
 *
 * @param words that names must contain, in any case
 */
public record ToolChoice(String words, long minCalls, ToolColumn column, boolean ascending) {

    static final List<Long> CALLS = List.of(2L, 10L, 100L);

    /** {@code given}: the parameters of an address; what cannot be used does not count. */
    static ToolChoice of(Function<String, @Nullable String> given) {
        return new ToolChoice(
                Objects.requireNonNullElse(given.apply("tool"), "").strip(),
                CALLS.stream()
                        .filter(least -> least.toString().equals(given.apply("minCalls")))
                        .findFirst()
                        .orElse(0L),
                Stream.of(ToolColumn.values())
                        .filter(column -> column.key().equals(given.apply("toolSort")))
                        .findFirst()
                        .orElse(ToolColumn.CALLS),
                "asc".equals(given.apply("toolOrder")));
    }

    /** Whether it leaves anything out. */
    public boolean isNarrowed() {
        return !words.isEmpty() || minCalls > 0;
    }

    /** What clicking on the head of that column orders by: once more is the other way round. */
    boolean orderAfterClick(ToolColumn clicked) {
        return clicked == column ? !ascending : clicked == ToolColumn.NAME;
    }

    List<ToolUsage> of(List<ToolUsage> tools) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return tools.stream()
                .filter(tool -> tool.sums().calls() >= minCalls)
                .filter(tool -> tool.tool().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(column.order(ascending))
                .toList();
    }
}
