package dev.opensync.eval.export;

import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.eval.cases.TestCases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
 * @param uncounted sessions beyond a budget of reading, which are in none of the other numbers
 */
record ExportTotals(
        long sessions,
        long withCases,
        long testCases,
        long skipped,
        long withoutModel,
        Map<String, Long> sources,
        Map<String, Long> models,
        List<String> firstSkipped,
        long uncounted) {

    private static final List<String> KNOWN_SOURCES =
            List.of("opencode", "claude-code", "factory-droid", "codex-cli", "cursor-sync", "pi");
    private static final int MOST_NAMED = 20;

    static ExportTotals of(CaseSource source) {
        return of(source, ReadingBudget.boundless());
    }

    static ExportTotals of(CaseSource source, ReadingBudget budget) {
        long sessions = 0;
        long withCases = 0;
        long testCases = 0;
        long skipped = 0;
        long withoutModel = 0;
        Map<String, Long> sources = new LinkedHashMap<>();
        KNOWN_SOURCES.forEach(name -> sources.put(name, 0L));
        Map<String, Long> models = new TreeMap<>();
        List<String> firstSkipped = new ArrayList<>();
        long uncounted = 0;
        for (Conversation stored : source.conversations()) {
            if (budget.isSpent() && !isCounted(stored, source.options())) {
                uncounted++;
                continue;
            }
            Conversation conversation = budget.of(stored);
            CaseCounts counts = counts(conversation, source.options());
            if (counts.messages() == 0) {
                skipped++;
                if (firstSkipped.size() < MOST_NAMED) {
                    firstSkipped.add(conversation.sessionId());
                }
                continue;
            }
            int cases = conversation.choice().isAll()
                    ? counts.of(source.options().turnMode())
                    : new TestCases(conversation, source.options()).count();
            if (cases == 0 && !conversation.choice().isAll()) {
                continue;
            }
            sessions++;
            withCases += cases > 0 ? 1 : 0;
            testCases += cases;
            withoutModel += conversation.model() == null ? 1 : 0;
            sources.merge(conversation.source(), 1L, Long::sum);
            models.merge(conversation.modelOrUnknown(), 1L, Long::sum);
        }
        return new ExportTotals(
                sessions, withCases, testCases, skipped, withoutModel, sources, models, firstSkipped, uncounted);
    }

    private static CaseCounts counts(Conversation conversation, ExportOptions options) {
        CaseCounts known = known(conversation, options);
        return known != null ? known : CaseCounts.of(conversation.messages(), options);
    }

    /** Null if they must be counted. */
    private static @Nullable CaseCounts known(Conversation conversation, ExportOptions options) {
        return options.countAsUsual() ? conversation.counts() : null;
    }

    /** Without reading a message. */
    private static boolean isCounted(Conversation conversation, ExportOptions options) {
        return conversation.choice().isAll() && known(conversation, options) != null;
    }

    /** Whether it would be left out of files. */
    static boolean isSkipped(Conversation conversation, ExportOptions options) {
        if (!conversation.choice().isAll()
                && !new TestCases(conversation, options).iterator().hasNext()) {
            return true;
        }
        CaseCounts known = known(conversation, options);
        if (known != null) {
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
