package dev.opensync.eval.export;

import dev.opensync.eval.ChosenCases;
import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.MarkedSession;
import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.EvalCase;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.TestCases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lists the test cases of chosen sessions, so that somebody can choose among them. */
@ApplicationScoped
public class ListedCases {

    private static final int EXCERPT_CHARS = 200;
    private static final int MOST_MESSAGES = 20_000;

    @Inject
    MarkedConversations conversations;

    /**
     * The first test cases.
     *
     * @param more whether there are or may be others
     */
    public record Beginning(List<ListedCase> cases, boolean more) {

        public Beginning {
            cases = List.copyOf(cases);
        }
    }

    /** In the order of an export, whatever {@code selection} chooses among them. */
    public Beginning list(long accountId, EvalSelection selection, ExportOptions options, int most) {
        ExportOptions spoken = options.with(changed -> changed.toolCalls = false);
        ReadingBudget budget = new ReadingBudget(MOST_MESSAGES);
        List<ListedCase> cases = new ArrayList<>();
        for (MarkedSession marked : conversations.sessions(accountId, selection)) {
            Conversation conversation =
                    budget.of(conversations.conversation(accountId, marked, ChosenCases.ALL, spoken));
            for (EvalCase testCase : new TestCases(conversation, spoken)) {
                if (cases.size() == most) {
                    return new Beginning(cases, true);
                }
                cases.add(listed(marked, testCase));
            }
            if (budget.isSpent()) {
                return new Beginning(cases, true);
            }
        }
        return new Beginning(cases, false);
    }

    private static ListedCase listed(MarkedSession marked, EvalCase testCase) {
        return new ListedCase(
                marked.session().id(),
                marked.session().externalId(),
                Objects.requireNonNullElse(marked.session().title(), ""),
                testCase.sequence(),
                excerpt(testCase.input()),
                excerpt(testCase.answer()));
    }

    private static String excerpt(Iterable<String> pieces) {
        String first = pieces.iterator().next().strip();
        int chars = first.codePointCount(0, Math.min(first.length(), 2 * EXCERPT_CHARS));
        return first.substring(0, first.offsetByCodePoints(0, Math.min(chars, EXCERPT_CHARS)));
    }
}
