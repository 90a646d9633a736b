package dev.opensync.wrapped;

import dev.opensync.usage.Usage;
import java.time.Instant;
import java.util.List;

/**
 * What the sessions that began in a period come to.
 *
 * @param models those with the most tokens, first; at most {@link WrappedService#MOST}
 * @param providers likewise
 */
public record Wrapped(
        WrappedPeriod period, Instant from, Instant to, Usage usage, List<Part> models, List<Part> providers) {

    public Wrapped {
        models = List.copyOf(models);
        providers = List.copyOf(providers);
    }

    /** What one model or provider has of it. */
    public record Part(String name, long tokens) {}

    public boolean isEmpty() {
        return usage.sessions() == 0;
    }
}
