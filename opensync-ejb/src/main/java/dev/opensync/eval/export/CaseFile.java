package dev.opensync.eval.export;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.EvalCase;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.TestCases;
import java.io.IOException;

/** All test cases of an export in one format. */
final class CaseFile {

    private final CaseSource source;
    private final EvalFormat format;

    CaseFile(CaseSource source, EvalFormat format) {
        this.source = source;
        this.format = format;
    }

    void write(Appendable out) throws IOException {
        CaseWriter writer = writer(out, source.options(), format);
        writer.begin();
        for (Conversation conversation : source.conversations()) {
            for (EvalCase testCase : new TestCases(conversation, source.options())) {
                writer.write(testCase);
            }
        }
        writer.end();
    }

    static CaseWriter writer(Appendable out, ExportOptions options, EvalFormat format) {
        return switch (format) {
            case DEEPEVAL -> new DeepEvalWriter(out);
            case OPENAI -> new OpenAiWriter(out, options.hosted());
            case PROMPTFOO -> new PromptfooWriter(out);
            case FILESYSTEM, ZIP -> throw new IllegalStateException(format + " holds sessions");
        };
    }
}
