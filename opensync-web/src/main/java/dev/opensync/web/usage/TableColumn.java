package dev.opensync.web.usage;

import dev.opensync.usage.UsageEntry;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/** What the table of the analytics can be ordered by. */
public enum TableColumn {
    NAME,
    SESSIONS,
    MESSAGES,
    TOKENS,
    PROMPT,
    COMPLETION,
    DURATION,
    COST,
    LAST;

    /** Of equal entries the one with more tokens comes first, either way. */
    Comparator<UsageEntry> order(boolean ascending) {
        return (ascending ? lowestFirst() : lowestFirst().reversed())
                .thenComparing(TOKENS.lowestFirst().reversed());
    }

    private Comparator<UsageEntry> lowestFirst() {
        return switch (this) {
            case NAME ->
                Comparator.comparing(
                        entry -> Objects.requireNonNullElse(entry.name(), ""), String.CASE_INSENSITIVE_ORDER);
            case SESSIONS -> Comparator.comparingLong(entry -> entry.usage().sessions());
            case MESSAGES -> Comparator.comparingLong(entry -> entry.usage().messages());
            case TOKENS -> Comparator.comparingLong(entry -> entry.usage().tokens());
            case PROMPT -> Comparator.comparingLong(entry -> entry.usage().promptTokens());
            case COMPLETION -> Comparator.comparingLong(entry -> entry.usage().completionTokens());
            case DURATION -> Comparator.comparingLong(entry -> entry.usage().durationMs());
            case COST -> Comparator.comparingLong(entry -> entry.usage().costMicros());
            case LAST -> Comparator.comparing(UsageEntry::last);
        };
    }

    /** As it stands in addresses and in the keys of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
