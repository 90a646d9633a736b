package dev.opensync.usage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the sessions of one model, provider, project or tool come to.
 *
 * @param name null for sessions without a project
 * @param last the last day on which one of them began
 */
public record UsageEntry(@Nullable String name, Usage usage, LocalDate last) {

    /** {@code other}: of the same name. */
    UsageEntry plus(UsageEntry other) {
        return new UsageEntry(name, usage.plus(other.usage), last.isAfter(other.last) ? last : other.last);
    }
}
