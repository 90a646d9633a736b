package dev.opensync.web.usage;

import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageGroup;
import dev.opensync.web.faces.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table of sums, every figure as it is written.
 *
 * @param name null for sessions that have none in this dimension
 * @param share thousandths of the largest in the table
 * @param percent part of the tokens of all
 */
public record UsageLine(
        @Nullable String name,
        String sessions,
        String messages,
        String prompt,
        String completion,
        String tokens,
        String cost,
        String duration,
        String averageDuration,
        String percent,
        long share) {

    private static final double BAR = 1000;

    static UsageLine of(@Nullable String name, Usage usage, long allTokens, long mostTokens) {
        return new UsageLine(
                name,
                Formats.grouped(usage.sessions()),
                Formats.grouped(usage.messages()),
                Formats.count(usage.promptTokens()),
                Formats.count(usage.completionTokens()),
                Formats.count(usage.tokens()),
                Formats.cost(usage.costMicros()),
                Formats.duration(usage.durationMs()),
                Formats.duration(Ratios.rounded(usage.durationMs(), usage.sessions())),
                Formats.percent(usage.tokens(), allTokens),
                mostTokens == 0 ? 0 : Math.round(BAR * usage.tokens() / mostTokens));
    }

    /** {@code groups}: most tokens first. */
    static List<UsageLine> of(List<UsageGroup> groups, UsageDimension dimension, long allTokens) {
        long most = groups.isEmpty() ? 0 : groups.get(0).usage().tokens();
        return groups.stream()
                .map(group -> of(group.name(dimension), group.usage(), allTokens, most))
                .toList();
    }
}
