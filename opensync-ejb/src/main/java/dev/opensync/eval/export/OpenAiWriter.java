package dev.opensync.eval.export;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.EvalCase;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.session.MessageRole;
import java.io.IOException;

/** Samples for OpenAI: plain ones for its open-source {@code oaieval}, or wrapped as items for its hosted Evals. */
final class OpenAiWriter extends LineWriter {

    private final boolean hosted;

    OpenAiWriter(Appendable out, boolean hosted) {
        super(out);
        this.hosted = hosted;
    }

    @Override
    void write(EvalCase testCase, StreamedJson line) throws IOException {
        Conversation conversation = testCase.conversation();
        if (hosted) {
            line.openObject().name("item");
        }
        line.openObject().name("input").openArray();
        for (SpokenMessage message : testCase.before()) {
            writeRole(line, message.role()).text(message.text()).closeObject();
        }
        writeRole(line, MessageRole.USER).text(testCase.input()).closeObject();
        line.closeArray().name("ideal");
        if (conversation.expectedOutput() == null) {
            line.text(testCase.answer());
        } else {
            line.text(conversation.expectedOutput());
        }
        line.name("metadata").openObject();
        line.name("session_id").text(conversation.sessionId());
        line.name("model").text(conversation.modelOrUnknown());
        line.name("source").text(conversation.source());
        line.closeObject().closeObject();
        if (hosted) {
            line.closeObject();
        }
    }

    private static StreamedJson writeRole(StreamedJson line, MessageRole role) throws IOException {
        return line.openObject().name("role").text(legal(role)).name("content");
    }

    /** A message of role {@code tool} would have to name the call that it answers, and its text is all we tell of it. */
    private static String legal(MessageRole role) {
        return switch (role) {
            case SYSTEM, USER, ASSISTANT -> role.wireName();
            case TOOL, UNKNOWN -> MessageRole.USER.wireName();
        };
    }
}
