package dev.opensync.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageRole;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.shared.TokenUsage;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamedExportTest {

    private static final int MESSAGES = 500;
    private static final String TEXT = "It \"fails\"\n".repeat(4_000);
    private static final SessionSummary SESSION = new SessionSummary(
            "id",
            "external",
            "Long",
            null,
            null,
            null,
            null,
            "pi",
            new TokenUsage(0, 0),
            false,
            new TokenUsage(0, 0),
            0,
            null,
            MESSAGES,
            false,
            false,
            null,
            Instant.EPOCH,
            Instant.EPOCH);

    /** So the length of a session never matters, only that of a message. */
    @ParameterizedTest
    @EnumSource
    void eachMessageIsWrittenBeforeTheNextIsRead(ExportFormat format) throws IOException {
        CountingWriter out = new CountingWriter();
        Iterable<TranscriptMessage> messages = () -> watched(out);

        format.writer().write(SESSION, messages, out);

        assertThat(out.chars).isGreaterThan((long) MESSAGES * TEXT.length());
    }

    private static Iterator<TranscriptMessage> watched(CountingWriter out) {
        return IntStream.range(0, MESSAGES)
                .mapToObj(read -> {
                    assertThat(out.chars).isGreaterThanOrEqualTo((long) (read - 1) * TEXT.length());
                    return message(read + 1);
                })
                .iterator();
    }

    private static TranscriptMessage message(int sequence) {
        return new TranscriptMessage(
                "id-" + sequence,
                sequence,
                "m" + sequence,
                MessageRole.USER,
                TEXT,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                List.of());
    }

    /** Keeps nothing but the number of characters. */
    private static final class CountingWriter extends Writer {

        private long chars;

        @Override
        public void write(char[] buffer, int offset, int length) {
            chars += length;
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
