package dev.opensync.web.usage;

import dev.opensync.usage.Usage;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.PageTexts;
import java.util.List;

/**
 * One figure of the analytics.
 *
 * @param key of its name
 * @param detail a second figure that explains it; empty if there is none
 */
public record Figure(String key, String value, String detail) {

    /** The cards at the head, in the formulas of the original OpenSync. */
    static List<Figure> cards(Usage usage) {
        return List.of(
                new Figure("prompt", Formats.count(usage.promptTokens()), perSession(usage.promptTokens(), usage)),
                new Figure(
                        "completion",
                        Formats.count(usage.completionTokens()),
                        perSession(usage.completionTokens(), usage)),
                new Figure(
                        "total",
                        Formats.count(usage.tokens()),
                        PageTexts.get("usage_ratio") + " " + Ratios.promptPerCompletion(usage)),
                new Figure(
                        "messages",
                        Formats.grouped(usage.messages()),
                        Formats.decimal(Ratios.of(usage.messages(), usage.sessions(), 1)) + perSession()),
                new Figure(
                        "duration",
                        Formats.duration(usage.durationMs()),
                        Formats.duration(Ratios.rounded(usage.durationMs(), usage.sessions())) + perSession()),
                new Figure(
                        "per_message",
                        tokensPerMessage(usage),
                        Ratios.costPerThousandTokens(usage) + " " + PageTexts.get("usage_per_thousand")));
    }

    static List<Figure> efficiency(Usage usage) {
        return List.of(
                new Figure("cost_per_session", Ratios.costPerSession(usage), ""),
                new Figure("cost_per_thousand", Ratios.costPerThousandTokens(usage), ""),
                new Figure("prompt_per_completion", Ratios.promptPerCompletion(usage), ""),
                new Figure("tokens_per_message", tokensPerMessage(usage), ""));
    }

    private static String tokensPerMessage(Usage usage) {
        return Formats.grouped(Ratios.rounded(usage.tokens(), usage.messages()));
    }

    private static String perSession(long sum, Usage usage) {
        return Formats.count(Ratios.rounded(sum, usage.sessions())) + perSession();
    }

    private static String perSession() {
        return " " + PageTexts.get("usage_per_session");
    }
}
