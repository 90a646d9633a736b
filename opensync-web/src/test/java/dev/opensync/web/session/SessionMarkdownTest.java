package dev.opensync.web.session;

import static dev.opensync.web.session.SampleMessages.message;
import static dev.opensync.web.session.SampleMessages.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageRole;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.shared.TokenUsage;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionMarkdownTest {

    @Test
    void headIsATableInTheZoneOfTheReader() throws IOException {
        assertThat(markdown("Fix | mend\nit")).startsWith("""
                # Fix | mend it

                | Property | Value |
                |----------|-------|
                | Project | a\\|b |
                | Model | N/A |
                | Tokens | 12,345 |
                | Cost | $0.0245 |
                | Date | 2026-01-31 19:00 (Europe/Berlin) |

                ---
                """);
        assertThat(markdown(" ")).startsWith("# Untitled Session\n");
    }

    @Test
    void callsStandWithTheirArgumentsAndResults() throws IOException {
        String markdown = markdown(
                "T",
                message(1, MessageRole.USER, "Run it"),
                message(
                        2,
                        MessageRole.ASSISTANT,
                        null,
                        part("text", "\"Running\""),
                        part("tool-call", "{\"toolName\":\"Bash\",\"args\":{\"command\":\"ls\"}}"),
                        part("tool-result", "\"a.txt\"")));

        assertThat(markdown.substring(markdown.indexOf("---\n\n") + 4)).isEqualTo("""

                ## User

                Run it

                ## Assistant

                Running

                **Tool: Bash**

                ```json
                {
                    "command": "ls"
                }
                ```

                **Result:**

                ```
                a.txt
                ```
                """);
    }

    @Test
    void fenceIsLongerThanThoseInTheResult() throws IOException {
        assertThat(markdown("T", message(1, MessageRole.TOOL, null, part("tool-result", "\"```\\ncode\\n```\""))))
                .contains("````\n```\ncode\n```\n````");
    }

    @Test
    void messagesThatSayNothingHaveNoHeading() throws IOException {
        assertThat(markdown("T", message(1, MessageRole.ASSISTANT, null), message(2, MessageRole.USER, "Hello")))
                .doesNotContain("## Assistant")
                .endsWith("\n## User\n\nHello\n");
    }

    @Test
    void fileIsNamedByTitleAndDay() {
        Instant now = Instant.parse("2026-02-01T23:30:00Z");

        assertThat(SessionMarkdown.fileName(session("Fix: the <login>"), now))
                .isEqualTo("Fix-the-login-_2026-02-01.md");
        assertThat(SessionMarkdown.fileName(session(""), now)).isEqualTo("session_2026-02-01.md");
        assertThat(SessionMarkdown.fileName(session("x".repeat(4000)), now)).hasSize(100 + "_2026-02-01.md".length());
    }

    private static String markdown(String title, TranscriptMessage... messages) throws IOException {
        StringWriter out = new StringWriter();
        new SessionMarkdown(ZoneId.of("Europe/Berlin")).write(session(title), List.of(messages), out);
        return out.toString();
    }

    private static SessionSummary session(String title) {
        return new SessionSummary(
                "id",
                "external",
                title,
                null,
                "a|b",
                null,
                null,
                "pi",
                new TokenUsage(12_000, 345),
                false,
                new TokenUsage(0, 0),
                24_500,
                null,
                0,
                false,
                false,
                null,
                Instant.parse("2026-01-31T18:00:00Z"),
                Instant.parse("2026-01-31T18:00:00Z"));
    }
}
