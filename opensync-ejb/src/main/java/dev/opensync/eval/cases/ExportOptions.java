package dev.opensync.eval.cases;

import dev.opensync.session.MessageRole;

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

    public ExportOptions withTurnMode(TurnMode mode) {
        return new ExportOptions(
                mode, systemMessages, context, anonymous, codeOnly, minChars, hosted, toolCalls, readme);
    }

    public ExportOptions withSystemMessages(boolean wanted) {
        return new ExportOptions(turnMode, wanted, context, anonymous, codeOnly, minChars, hosted, toolCalls, readme);
    }

    public ExportOptions withContext(boolean wanted) {
        return new ExportOptions(
                turnMode, systemMessages, wanted, anonymous, codeOnly, minChars, hosted, toolCalls, readme);
    }

    public ExportOptions withAnonymous(boolean wanted) {
        return new ExportOptions(
                turnMode, systemMessages, context, wanted, codeOnly, minChars, hosted, toolCalls, readme);
    }

    public ExportOptions withCodeOnly(boolean wanted) {
        return new ExportOptions(
                turnMode, systemMessages, context, anonymous, wanted, minChars, hosted, toolCalls, readme);
    }

    public ExportOptions withMinChars(int chars) {
        return new ExportOptions(
                turnMode, systemMessages, context, anonymous, codeOnly, chars, hosted, toolCalls, readme);
    }

    public ExportOptions withHosted(boolean wanted) {
        return new ExportOptions(
                turnMode, systemMessages, context, anonymous, codeOnly, minChars, wanted, toolCalls, readme);
    }

    public ExportOptions withToolCalls(boolean wanted) {
        return new ExportOptions(
                turnMode, systemMessages, context, anonymous, codeOnly, minChars, hosted, wanted, readme);
    }

    public ExportOptions withReadme(boolean wanted) {
        return new ExportOptions(
                turnMode, systemMessages, context, anonymous, codeOnly, minChars, hosted, toolCalls, wanted);
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
}
