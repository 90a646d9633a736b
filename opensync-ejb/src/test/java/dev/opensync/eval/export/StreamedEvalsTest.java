package dev.opensync.eval.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.eval.cases.CaseChoice;
import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.eval.cases.Walk;
import dev.opensync.session.MessageRole;
import dev.opensync.shared.TokenUsage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However many sessions there are, no more than one of them is held at a time. */
class StreamedEvalsTest {

    private static final int SESSIONS = 10_000;
    private static final String QUESTION = "q".repeat(10_000);

    /** What the way to the client holds back. */
    private static final int BUFFERED = 50_000;

    @ParameterizedTest
    @EnumSource(
            value = EvalFormat.class,
            names = {"DEEPEVAL", "OPENAI", "PROMPTFOO", "FILESYSTEM"})
    void eachSessionIsWrittenBeforeTheMessagesOfTheNextAreRead(EvalFormat format) throws IOException {
        Counting out = new Counting();
        CaseSource source = new CaseSource(
                () -> IntStream.range(0, SESSIONS)
                        .mapToObj(number -> conversation(number, out))
                        .iterator(),
                ExportOptions.DEFAULT,
                Instant.EPOCH);

        new EvalDownload(source, List.of(format), "opensync").write(out);

        assertThat(out.bytes).isGreaterThan((long) SESSIONS * QUESTION.length());
    }

    private static Conversation conversation(int number, Counting out) {
        List<SpokenMessage> messages =
                List.of(message(1, MessageRole.USER, QUESTION), message(2, MessageRole.ASSISTANT, "a"));
        return new Conversation(
                "s" + number,
                "pi",
                null,
                null,
                List.of(),
                null,
                null,
                new TokenUsage(0, 0),
                null,
                Instant.EPOCH,
                new CaseCounts(2, 1, 1, 1),
                CaseChoice.ALL,
                Walk.map(messages, message -> {
                    assertThat(out.bytes).isGreaterThan((long) number * QUESTION.length() - BUFFERED);
                    return message;
                }));
    }

    private static SpokenMessage message(int sequence, MessageRole role, String text) {
        return new SpokenMessage(sequence, role, text, 0, 0, null, Instant.EPOCH, List.of());
    }

    private static final class Counting extends OutputStream {

        private long bytes;

        @Override
        public void write(int oneByte) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
