package dev.opensync.eval.export;

import dev.opensync.eval.cases.CaseChoice;
import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptPart;
import dev.opensync.shared.TokenUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions with everything that an export can stumble over. */
final class TrickySessions {

    static final Instant EXPORTED = Instant.parse("2026-02-03T04:05:06.007Z");

    private static final Instant CREATED = Instant.parse("2026-01-31T18:00:00Z");

    private TrickySessions() {}

    static CaseSource source(ExportOptions options, Conversation... conversations) {
        return new CaseSource(List.of(conversations), options, EXPORTED);
    }

    /** Tools between question and answer, several answers, questions without one, fences within fences. */
    static Conversation winding() {
        return new Talk()
                .say(MessageRole.SYSTEM, "You are careful.\tAlways.")
                .say(MessageRole.ASSISTANT, "Before anybody asked.")
                .say(MessageRole.USER, "修复这个错误: \"fix\" it 😀\r\nC:\\temp")
                .tools(
                        MessageRole.ASSISTANT,
                        new TranscriptPart(
                                "tool-call", "{\"toolName\":\"Bash\",\"args\":{\"command\":\"ls\",\"n\":2}}", null))
                .tools(MessageRole.TOOL, new TranscriptPart("tool-result", "\"a.txt\\nb.txt\"", null))
                .say(MessageRole.TOOL, "2 files")
                .say(MessageRole.ASSISTANT, "````markdown\nUse this:\n```python\nprint('哈')\n```\n````")
                .say(MessageRole.ASSISTANT, "Done.\u0007 \uD800!")
                .say(MessageRole.USER, "Nobody answers this.")
                .say(MessageRole.USER, "Explain {{ braces }} please")
                .say(MessageRole.ASSISTANT, "They are {% kept %}.\n\n```js\nx\n```")
                .say(MessageRole.USER, "And write a last one?")
                .say(MessageRole.UNKNOWN, "[hook] checked")
                .say(MessageRole.ASSISTANT, "No.")
                .of(
                        "ses/winding 1",
                        "claude-code",
                        "claude-sonnet-4",
                        "shop",
                        List.of("bug", "web ui"),
                        "golden",
                        null);
    }

    static Conversation expected() {
        return new Talk()
                .say(MessageRole.USER, "What is 1 + 1?")
                .say(MessageRole.ASSISTANT, "3")
                .of("ses_expected", "pi", null, null, List.of(), "incorrect", "2, as \"everybody\" knows");
    }

    static Conversation toolsOnly() {
        return new Talk()
                .tools(MessageRole.ASSISTANT, new TranscriptPart("tool_use", "\"shell: make\"", null))
                .of("ses_tools", "cursor-sync", "gpt-5", "shop", List.of(), null, null);
    }

    static Conversation silent() {
        return new Talk()
                .say(MessageRole.SYSTEM, "Nothing else was said.")
                .of("ses_silent", "my-own-tool", "gpt-5", null, List.of(), null, null);
    }

    static Conversation huge(String question, String answer) {
        return new Talk()
                .say(MessageRole.USER, question)
                .say(MessageRole.ASSISTANT, answer)
                .of("ses_huge", "opencode", "gpt-5", null, List.of(), null, null);
    }

    /** Puts messages together, a minute apart. */
    static final class Talk {

        private final List<SpokenMessage> messages = new ArrayList<>();

        Talk say(MessageRole role, String text) {
            return add(role, text, List.of());
        }

        Talk tools(MessageRole role, TranscriptPart... parts) {
            return add(role, "", List.of(parts));
        }

        private Talk add(MessageRole role, String text, List<TranscriptPart> tools) {
            int number = messages.size() + 1;
            boolean answers = role == MessageRole.ASSISTANT;
            messages.add(new SpokenMessage(
                    number,
                    role,
                    text,
                    answers ? 0 : 10L * number,
                    answers ? number : 0,
                    answers ? Long.valueOf(1_000L + number) : null,
                    CREATED.plusSeconds(60L * number),
                    tools));
            return this;
        }

        Conversation of(
                String id,
                String source,
                @Nullable String model,
                @Nullable String project,
                List<String> tags,
                @Nullable String status,
                @Nullable String expectedOutput) {
            return new Conversation(
                    id,
                    source,
                    model,
                    project,
                    tags,
                    status,
                    expectedOutput,
                    new TokenUsage(1200, 340),
                    model == null ? null : Long.valueOf(65_000),
                    CREATED,
                    null,
                    CaseChoice.ALL,
                    List.copyOf(messages));
        }
    }
}
