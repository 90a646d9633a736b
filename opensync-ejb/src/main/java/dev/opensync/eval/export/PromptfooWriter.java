package dev.opensync.eval.export;

import dev.opensync.eval.cases.EvalCase;
import dev.opensync.eval.cases.Walk;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tests for promptfoo: variables for a prompt, and what to look for in what a model answers.
 *
 * <p>Promptfoo takes values for templates, and loads files and code that they name. What was said in a session must do neither,
 * so whatever looks like that is written as a template that gives the very same text.
 */
final class PromptfooWriter extends LineWriter {

    private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t>]*`{3,}[ \\t]*([A-Za-z0-9_+#.-]+)");
    private static final Pattern TEMPLATE = Pattern.compile("\\{(?=[{%#])|(?<=#)\\}");
    private static final Pattern ADDRESS = Pattern.compile("^(?=file://|package:)");
    private static final Set<String> GOOD = Set.of("golden", "correct");

    PromptfooWriter(Appendable out) {
        super(out);
    }

    @Override
    void write(EvalCase testCase, StreamedJson line) throws IOException {
        line.openObject().name("vars").openObject();
        line.name("input").text(Walk.map(testCase.input(), PromptfooWriter::verbatim));
        String language = language(testCase.answer());
        if (language != null) {
            line.name("language").text(language);
        }
        line.name("task_type").text(TaskType.of(testCase.input()).wireName());
        line.closeObject();
        String rubric = rubric(testCase);
        if (rubric != null) {
            line.name("assert").openArray().openObject();
            line.name("type").text("llm-rubric").name("value").text(verbatim(rubric));
            line.closeObject().closeArray();
        }
        line.closeObject();
    }

    private static String verbatim(String text) {
        String braces = TEMPLATE.matcher(text).replaceAll("{{ '$0' }}");
        return ADDRESS.matcher(braces).replaceFirst("{{ '' }}");
    }

    private static @Nullable String rubric(EvalCase testCase) {
        String expected = testCase.conversation().expectedOutput();
        if (expected != null) {
            return "Response should match: " + expected;
        }
        String status = testCase.conversation().status();
        return status != null && GOOD.contains(status) ? "Response should be helpful and accurate" : null;
    }

    private static @Nullable String language(Iterable<String> answer) {
        for (String piece : answer) {
            Matcher fence = FENCE.matcher(piece);
            if (fence.find()) {
                return fence.group(1);
            }
        }
        return null;
    }
}
