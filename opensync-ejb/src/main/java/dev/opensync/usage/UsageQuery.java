package dev.opensync.usage;

import dev.opensync.shared.OpenSyncException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which daily sums count: those of sessions created from {@code from} to {@code to}, days in UTC, both included, null for no
 * bound, that have one of the {@code accepted} names in each dimension that is narrowed.
 */
public record UsageQuery(@Nullable LocalDate from, @Nullable LocalDate to, Map<UsageDimension, Set<String>> accepted) {

    /** Everything of an account. */
    public static final UsageQuery ALL = new UsageQuery(null, null, Map.of());

    /** Fails with {@code INVALID} if the last day is before the first. */
    public UsageQuery {
        if (from != null && to != null && to.isBefore(from)) {
            throw OpenSyncException.invalid("from must not be after to");
        }
        accepted = Map.copyOf(accepted);
    }

    public UsageQuery between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new UsageQuery(first, last, accepted);
    }

    /** Narrowed to {@code names}; without any it stays as it is. */
    public UsageQuery accepting(UsageDimension dimension, Collection<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        Map<UsageDimension, Set<String>> narrowed = new EnumMap<>(UsageDimension.class);
        narrowed.putAll(accepted);
        narrowed.put(dimension, Set.copyOf(names));
        return new UsageQuery(from, to, narrowed);
    }
}
