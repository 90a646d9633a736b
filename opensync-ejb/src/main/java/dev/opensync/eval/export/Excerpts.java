package dev.opensync.eval.export;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.EvalCase;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.eval.cases.TestCases;
import dev.opensync.eval.cases.Walk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The beginning of an export for people: the first test cases, with long texts cut. */
final class Excerpts {

    private static final int CASES = 3;
    private static final int MOST_CHARS = 1_000;
    private static final int MOST_MESSAGES = 5;

    private Excerpts() {}

    static List<String> of(CaseSource source, EvalFormat format, ReadingBudget budget) {
        List<String> excerpts = new ArrayList<>();
        for (Conversation stored : source.conversations()) {
            Conversation conversation = budget.of(stored);
            if (format.isOfFiles()) {
                if (!ExportTotals.isSkipped(conversation, source.options())) {
                    excerpts.add(file(conversation, source));
                }
            } else {
                for (EvalCase testCase : Walk.first(new TestCases(conversation, source.options()), CASES)) {
                    if (excerpts.size() < CASES) {
                        excerpts.add(written(cut(testCase), source, format));
                    }
                }
            }
            if (budget.isSpent() || excerpts.size() >= (format.isOfFiles() ? 1 : CASES)) {
                break;
            }
        }
        return excerpts;
    }

    private static String written(EvalCase testCase, CaseSource source, EvalFormat format) {
        StringBuilder out = new StringBuilder();
        try {
            CaseFile.writer(out, source.options(), format).write(testCase);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().strip();
    }

    private static String file(Conversation conversation, CaseSource source) {
        StringBuilder out = new StringBuilder();
        Iterable<SpokenMessage> first = Walk.map(Walk.first(conversation.messages(), MOST_MESSAGES), Excerpts::cut);
        try {
            new SessionFile(
                            conversation.with(first),
                            source.options(),
                            source.options().toolCalls())
                    .write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static EvalCase cut(EvalCase testCase) {
        return new EvalCase(
                testCase.conversation(),
                testCase.sequence(),
                Walk.map(Walk.first(testCase.before(), MOST_MESSAGES), Excerpts::cut),
                Walk.map(Walk.first(testCase.context(), MOST_MESSAGES), Excerpts::cut),
                Walk.map(Walk.first(testCase.input(), MOST_MESSAGES), Excerpts::cut),
                Walk.map(Walk.first(testCase.answer(), MOST_MESSAGES), Excerpts::cut),
                testCase.inputTokens(),
                testCase.outputTokens(),
                testCase.latencyMs());
    }

    private static SpokenMessage cut(SpokenMessage message) {
        return message.withText(cut(message.text()));
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, text.offsetByCodePoints(0, MOST_CHARS / 2)) + "…";
    }
}
