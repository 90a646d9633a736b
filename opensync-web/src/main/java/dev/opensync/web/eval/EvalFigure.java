package dev.opensync.web.eval;

import dev.opensync.eval.EvalCounts;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.PageTexts;
import java.time.Instant;
import java.util.List;

/**
 * One of the counts at the head of the page of evals.
 *
 * @param key of its name
 * @param detail a few words more; empty if there is nothing to add
 */
public record EvalFigure(String key, String value, String detail) {

    static List<EvalFigure> of(EvalCounts counts, Instant now) {
        Instant exported = counts.lastExport();
        return List.of(
                new EvalFigure(
                        "sessions",
                        Formats.grouped(counts.sessions()),
                        exported == null
                                ? PageTexts.get("evals_never_exported")
                                : PageTexts.get("evals_exported") + " " + Formats.ago(exported, now)),
                new EvalFigure(
                        "cases",
                        Formats.grouped(counts.testCases()),
                        detail(counts.uncounted(), "evals_uncounted", PageTexts.get("evals_cases_hint"))),
                new EvalFigure("golden", Formats.grouped(counts.golden()), ""),
                new EvalFigure(
                        "correct",
                        Formats.grouped(counts.correct()),
                        detail(counts.incorrect(), "evals_incorrect", "")),
                new EvalFigure(
                        "review",
                        Formats.grouped(counts.toReview()),
                        detail(counts.none(), "evals_without_status", "")));
    }

    private static String detail(long number, String text, String otherwise) {
        return number == 0 ? otherwise : Formats.grouped(number) + " " + PageTexts.get(text);
    }
}
