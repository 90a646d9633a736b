package dev.opensync.eval.cases;

import dev.opensync.session.MessageRole;
import java.util.function.Consumer;

/**
 * How test cases are made and written.
 *
 * @param systemMessages whether system messages count
 * @param context whether a test case of a turn has the messages before it
 * @param anonymous whether names of people in paths and the names of projects are replaced
 * @param codeOnly whether only messages with a fenced block of code count
 * @param minChars messages with a shorter text do not count
 * @param hosted whether lines for OpenAI are wrapped as its hosted Evals want them
 * @param toolCalls whether files show what tools were given and gave back
 * @param readme whether an archive explains itself
 */
public record ExportOptions(
        TurnMode turnMode,
        boolean systemMessages,
        boolean context,
        boolean anonymous,
        boolean codeOnly,
        int minChars,
        boolean hosted,
        boolean toolCalls,
        boolean readme) {

    /** As the page offers them at first. */
    public static final ExportOptions DEFAULT =
            new ExportOptions(TurnMode.PER_TURN, false, true, true, false, 0, false, true, true);

    private static final String FENCE = "```";

    /** These with something changed. */
    public ExportOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new ExportOptions(
                draft.turnMode,
                draft.systemMessages,
                draft.context,
                draft.anonymous,
                draft.codeOnly,
                draft.minChars,
                draft.hosted,
                draft.toolCalls,
                draft.readme);
    }

    /** Whether the counts that are kept with a session hold for an export with these. */
    public boolean countAsUsual() {
        return !systemMessages && !codeOnly && minChars == 0;
    }

    /** Whether the message counts at all. */
    public boolean keep(SpokenMessage message) {
        String text = message.text();
        return (systemMessages || message.role() != MessageRole.SYSTEM)
                && text.length() >= minChars
                && (!codeOnly || hasBlockOfCode(text));
    }

    private static boolean hasBlockOfCode(String text) {
        int opening = text.indexOf(FENCE);
        return opening >= 0 && text.indexOf(FENCE, opening + FENCE.length()) >= 0;
    }

    /** Options while they are changed. */
    public static final class Draft {

        public TurnMode turnMode;
        public boolean systemMessages;
        public boolean context;
        public boolean anonymous;
        public boolean codeOnly;
        public int minChars;
        public boolean hosted;
        public boolean toolCalls;
        public boolean readme;

        private Draft(ExportOptions options) {
            turnMode = options.turnMode;
            systemMessages = options.systemMessages;
            context = options.context;
            anonymous = options.anonymous;
            codeOnly = options.codeOnly;
            minChars = options.minChars;
            hosted = options.hosted;
            toolCalls = options.toolCalls;
            readme = options.readme;
        }
    }
}
