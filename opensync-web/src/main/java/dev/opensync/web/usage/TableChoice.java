package dev.opensync.web.usage;

import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which entries the table of the analytics shows, and in what order.
 *
 * @param words that names must contain, in any case
 */
public record TableChoice(
        UsageDimension dimension,
        String words,
        long minSessions,
        long minTokens,
        TableColumn column,
        boolean ascending) {

    /** Those of the original OpenSync. */
    static final List<Long> SESSIONS = List.of(2L, 5L, 10L);

    static final List<Long> TOKENS = List.of(1_000L, 10_000L, 50_000L);

    /** {@code given}: the parameters of an address; what cannot be used does not count. */
    static TableChoice of(Function<String, @Nullable String> given) {
        return new TableChoice(
                known(UsageDimension.values(), given.apply("by"), UsageDimension.PROJECT),
                Objects.requireNonNullElse(given.apply("find"), "").strip(),
                least(SESSIONS, given.apply("minSessions")),
                least(TOKENS, given.apply("minTokens")),
                known(TableColumn.values(), given.apply("sort"), TableColumn.LAST),
                "asc".equals(given.apply("order")));
    }

    public String key() {
        return dimension.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it leaves anything out. */
    public boolean isNarrowed() {
        return !words.isEmpty() || minSessions > 0 || minTokens > 0;
    }

    /** What clicking on the head of that column orders by: once more is the other way round. */
    boolean orderAfterClick(TableColumn clicked) {
        return clicked == column ? !ascending : clicked == TableColumn.NAME;
    }

    List<UsageEntry> of(List<UsageEntry> entries) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.usage().sessions() >= minSessions)
                .filter(entry -> entry.usage().tokens() >= minTokens)
                .filter(entry -> Objects.requireNonNullElse(entry.name(), "")
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .sorted(column.order(ascending))
                .toList();
    }

    private static long least(List<Long> known, @Nullable String value) {
        return known.stream()
                .filter(number -> number.toString().equals(value))
                .findFirst()
                .orElse(0L);
    }

    private static <E extends Enum<E>> E known(E[] values, @Nullable String key, E usual) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(key))
                .filter(value -> !value.name().equals(UsageDimension.DAY.name()))
                .findFirst()
                .orElse(usual);
    }
}
