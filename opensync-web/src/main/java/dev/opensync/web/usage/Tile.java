package dev.opensync.web.usage;

import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageGroup;
import dev.opensync.usage.UsageTotals;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.PageTexts;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One figure at the head of the overview.
 *
 * @param key of its texts
 * @param detail a second figure, empty if there is none
 * @param change against as many days before; null if there was nothing then
 * @param trend a value for each period; empty if there is none
 */
public record Tile(
        String key,
        String value,
        String exact,
        String detail,
        @Nullable Change change,
        List<Long> trend) {

    public Tile {
        trend = List.copyOf(trend);
    }

    /**
     * How much more or less.
     *
     * @param key of the words after the percentage
     * @param tone CSS class: whether that is good, bad, or neither
     */
    public record Change(String percent, String key, String tone) {

        static @Nullable Change of(long before, long now, String moreTone, String lessTone) {
            if (before <= 0) {
                return null;
            }
            if (now == before) {
                return new Change("", "same", "");
            }
            String percent = Formats.percent(Math.abs(now - before), before);
            return now > before ? new Change(percent, "more", moreTone) : new Change(percent, "less", lessTone);
        }
    }

    /** {@code periods} without gaps. */
    static List<Tile> of(UsageTotals now, UsageTotals before, List<UsageGroup> periods) {
        Usage usage = now.usage();
        Usage earlier = before.usage();
        return List.of(
                new Tile(
                        "sessions",
                        Formats.grouped(usage.sessions()),
                        Formats.grouped(usage.sessions()),
                        Formats.count(usage.messages()) + " "
                                + PageTexts.get(usage.messages() == 1 ? "message" : "messages"),
                        Change.of(earlier.sessions(), usage.sessions(), "up", ""),
                        trend(periods, Usage::sessions)),
                new Tile(
                        "tokens",
                        Formats.count(usage.tokens()),
                        Formats.grouped(usage.tokens()),
                        Formats.count(usage.promptTokens()) + " " + PageTexts.get("in") + " · "
                                + Formats.count(usage.completionTokens()) + " " + PageTexts.get("out"),
                        Change.of(earlier.tokens(), usage.tokens(), "", ""),
                        trend(periods, Usage::tokens)),
                new Tile(
                        "cost",
                        Formats.money(usage.costMicros()),
                        Formats.money(usage.costMicros()),
                        perSession(Ratios.costPerSession(usage)),
                        Change.of(earlier.costMicros(), usage.costMicros(), "dn", "up"),
                        trend(periods, Usage::costMicros)),
                new Tile(
                        "duration",
                        Formats.duration(usage.durationMs()),
                        Formats.duration(usage.durationMs()),
                        perSession(Formats.duration(Ratios.rounded(usage.durationMs(), usage.sessions()))),
                        Change.of(earlier.durationMs(), usage.durationMs(), "", ""),
                        trend(periods, Usage::durationMs)),
                counted("models", now.models(), before.models()),
                counted("projects", now.projects(), before.projects()));
    }

    private static String perSession(String figure) {
        return figure + " " + PageTexts.get("usage_per_session");
    }

    private static Tile counted(String key, long now, long before) {
        String text = Formats.grouped(now);
        return new Tile(key, text, text, "", Change.of(before, now, "", ""), List.of());
    }

    private static List<Long> trend(List<UsageGroup> periods, ToLongFunction<Usage> figure) {
        return periods.stream()
                .map(period -> figure.applyAsLong(period.usage()))
                .toList();
    }
}
