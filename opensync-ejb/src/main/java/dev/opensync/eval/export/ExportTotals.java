package dev.opensync.eval.export;

import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.SpokenMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is in an export, known before it is written.
 *
 * @param sessions with at least one message that counts
 * @param withCases of these, those that make a test case
 * @param skipped sessions without any
 * @param withoutModel of those that are not skipped
 * @param sources how many sessions each has, those we know by name first, also with none
 * @param models how many sessions each has
 * @param firstSkipped ids of some of the skipped ones
 */
record ExportTotals(
        long sessions,
        long withCases,
        long testCases,
        long skipped,
        long withoutModel,
        Map<String, Long> sources,
        Map<String, Long> models,
        List<String> firstSkipped) {

    private static final List<String> KNOWN_SOURCES =
            List.of("opencode", "claude-code", "factory-droid", "codex-cli", "cursor-sync", "pi");
    private static final int MOST_NAMED = 20;

    static ExportTotals of(CaseSource source) {
        long sessions = 0;
        long withCases = 0;
        long testCases = 0;
        long skipped = 0;
        long withoutModel = 0;
        Map<String, Long> sources = new LinkedHashMap<>();
        KNOWN_SOURCES.forEach(name -> sources.put(name, 0L));
        Map<String, Long> models = new TreeMap<>();
        List<String> firstSkipped = new ArrayList<>();
        for (Conversation conversation : source.conversations()) {
            CaseCounts counts = counts(conversation, source.options());
            if (counts.messages() == 0) {
                skipped++;
                if (firstSkipped.size() < MOST_NAMED) {
                    firstSkipped.add(conversation.sessionId());
                }
                continue;
            }
            int cases = counts.of(source.options().turnMode());
            sessions++;
            withCases += cases > 0 ? 1 : 0;
            testCases += cases;
            withoutModel += conversation.model() == null ? 1 : 0;
            sources.merge(conversation.source(), 1L, Long::sum);
            models.merge(conversation.modelOrUnknown(), 1L, Long::sum);
        }
        return new ExportTotals(sessions, withCases, testCases, skipped, withoutModel, sources, models, firstSkipped);
    }

    private static CaseCounts counts(Conversation conversation, ExportOptions options) {
        CaseCounts known = conversation.counts();
        return known != null && options.countAsUsual() ? known : CaseCounts.of(conversation.messages(), options);
    }

    /** Whether it would be left out of files. */
    static boolean isSkipped(Conversation conversation, ExportOptions options) {
        CaseCounts known = conversation.counts();
        if (known != null && options.countAsUsual()) {
            return known.messages() == 0;
        }
        for (SpokenMessage message : conversation.messages()) {
            if (options.keep(message)) {
                return false;
            }
        }
        return true;
    }
}
