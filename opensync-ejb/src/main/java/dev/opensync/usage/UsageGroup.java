package dev.opensync.usage;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sessions with the same names in some dimensions come to. */
public record UsageGroup(Map<UsageDimension, String> names, Usage usage) {

    public UsageGroup {
        names = Map.copyOf(names);
    }

    static UsageGroup ofDay(LocalDate day, Usage usage) {
        return new UsageGroup(Map.of(UsageDimension.DAY, day.toString()), usage);
    }

    /** Null if the groups are not by this dimension, and for sessions without a project. */
    public @Nullable String name(UsageDimension dimension) {
        return names.get(dimension);
    }

    /** Of a group by day. */
    public LocalDate day() {
        return LocalDate.parse(names.get(UsageDimension.DAY));
    }
}
