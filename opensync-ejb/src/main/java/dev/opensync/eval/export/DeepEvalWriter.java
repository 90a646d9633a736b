package dev.opensync.eval.export;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.EvalCase;
import dev.opensync.eval.cases.SpokenMessage;
import java.io.IOException;

/** The array of test cases that DeepEval's {@code add_test_cases_from_json_file} reads. */
final class DeepEvalWriter implements CaseWriter {

    private final StreamedJson json;

    DeepEvalWriter(Appendable out) {
        json = new StreamedJson(out, true);
    }

    @Override
    public void begin() throws IOException {
        json.openArray();
    }

    @Override
    public void end() throws IOException {
        json.closeArray();
    }

    @Override
    public void write(EvalCase testCase) throws IOException {
        json.openObject();
        json.name("input").text(testCase.input());
        json.name("actual_output").text(testCase.answer());
        json.name("expected_output").textOrNull(testCase.conversation().expectedOutput());
        json.name("context").openArray();
        for (SpokenMessage message : testCase.context()) {
            json.text(message.text());
        }
        json.closeArray();
        json.name("retrieval_context").nothing();
        writeMetadata(testCase);
        json.closeObject();
    }

    private void writeMetadata(EvalCase testCase) throws IOException {
        Conversation conversation = testCase.conversation();
        json.name("metadata").openObject();
        json.name("session_id").text(conversation.sessionId());
        json.name("model").text(conversation.modelOrUnknown());
        json.name("tool").text(conversation.source());
        json.name("timestamp").text(IsoTime.of(conversation.createdAt()));
        json.name("tokens_input").number(testCase.inputTokens());
        json.name("tokens_output").number(testCase.outputTokens());
        if (testCase.latencyMs() != null) {
            json.name("latency_ms").number(testCase.latencyMs());
        }
        if (conversation.project() != null) {
            json.name("project").text(conversation.project());
        }
        json.name("tags").texts(conversation.tags());
        if (conversation.status() != null) {
            json.name("eval_status").text(conversation.status());
        }
        json.closeObject();
    }
}
