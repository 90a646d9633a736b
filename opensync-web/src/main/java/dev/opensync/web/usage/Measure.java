package dev.opensync.web.usage;

import dev.opensync.usage.Usage;
import dev.opensync.web.faces.Formats;
import java.util.Locale;

/** Which of the sums a chart draws. */
public enum Measure {
    TOKENS,
    COST;

    long of(Usage usage) {
        return switch (this) {
            case TOKENS -> usage.tokens();
            case COST -> usage.costMicros();
        };
    }

    String write(long value) {
        return switch (this) {
            case TOKENS -> Formats.count(value);
            case COST -> Formats.money(value);
        };
    }

    /** As it stands in addresses and in the keys of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
