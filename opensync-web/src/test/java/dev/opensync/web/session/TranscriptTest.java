package dev.opensync.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    @Nested
    class EveryPartShape {

        @Test
        void textAsStringOrObject() {
            assertThat(prose(one(part("text", "\"hello\"")))).contains("hello");
            assertThat(prose(one(part("text", "{\"text\":\"hello\"}")))).contains("hello");
            assertThat(prose(one(part("text", "{\"content\":\"hello\"}")))).contains("hello");
        }

        @Test
        void toolCallWithToolNameAndArgs() {
            Block.Tool tool = tool(one(part("tool-call", "{\"toolName\":\"Grep\",\"args\":{\"pattern\":\"x\"}}")));

            assertThat(tool.name()).isEqualTo("Grep");
            assertThat(tool.summary()).isEqualTo("x");
        }

        @Test
        void toolCallWithoutArguments() {
            assertThat(tool(one(part("tool-call", "{\"toolName\":\"List\"}"))).arguments())
                    .isNull();
        }

        @Test
        void toolCallWithNameAndAnySpellingOfArguments() {
            for (String key : List.of("args", "arguments", "input")) {
                Block.Tool tool = tool(one(part("tool-call", "{\"name\":\"Read\",\"" + key + "\":{\"path\":\"/a\"}}")));

                assertThat(tool.name()).isEqualTo("Read");
                assertThat(tool.summary()).isEqualTo("/a");
            }
        }

        @Test
        void toolCallAsTextOfJson() {
            Block.Tool tool = tool(one(part(
                    "tool-call", "\"{\\\"toolName\\\":\\\"Bash\\\",\\\"args\\\":{\\\"command\\\":\\\"ls\\\"}}\"")));

            assertThat(tool.name()).isEqualTo("Bash");
            assertThat(tool.command()).isEqualTo("ls");
        }

        @Test
        void toolResultAsStringOrObject() {
            assertThat(output(one(part("tool-result", "\"done\""))).text()).isEqualTo("done");
            assertThat(output(one(part("tool-result", "{\"result\":\"done\"}"))).text())
                    .isEqualTo("done");
            assertThat(output(one(part("tool-result", "{\"output\":\"done\"}"))).text())
                    .isEqualTo("done");
        }

        @Test
        void toolUseWithItsResult() {
            Block.Tool tool = tool(
                    one(part("tool_use", "{\"toolName\":\"Read\",\"args\":{\"path\":\"/a\"},\"result\":\"text\"}")));

            assertThat(tool.output()).isNotNull();
            assertThat(tool.output().text()).isEqualTo("text");
        }

        @Test
        void toolUseAsShellText() {
            Block.Tool tool = tool(one(part("tool_use", "\"shell: npm install\"")));

            assertThat(tool.name()).isEqualTo("shell");
            assertThat(tool.command()).isEqualTo("npm install");
        }

        @Test
        void toolUseAsTextOfAFileEdit() {
            Block.Tool tool = tool(
                    one(
                            part(
                                    "tool_use",
                                    "\"{\\\"tool\\\":\\\"file_edit\\\",\\\"path\\\":\\\"a.ts\\\",\\\"edits\\\":[{\\\"old\\\":\\\"x\\\",\\\"new\\\":\\\"y\\\"}]}\"")));

            assertThat(tool.name()).isEqualTo("file_edit");
            assertThat(tool.summary()).isEqualTo("a.ts");
            assertThat(tool.diff().added()).isEqualTo(1);
            assertThat(tool.diff().removed()).isEqualTo(1);
        }

        @Test
        void editWithOldAndNewString() {
            Block.Tool tool = tool(
                    one(
                            part(
                                    "tool-call",
                                    "{\"toolName\":\"Edit\",\"args\":{\"file_path\":\"a\",\"old_string\":\"x\",\"new_string\":\"y\"}}")));

            assertThat(tool.diff().lines()).hasSize(2);
            assertThat(tool.arguments()).isNull();
        }

        @Test
        void toolCallWithCallId() {
            Block.Tool tool =
                    tool(one(part("tool_call", "{\"toolName\":\"X\",\"toolCallId\":\"c1\",\"args\":{\"n\":1}}")));

            assertThat(tool.name()).isEqualTo("X");
            assertThat(tool.arguments()).contains("\"n\"");
        }

        @Test
        void thinkingIsFolded() {
            assertThat(one(part("thinking", "\"hm\"")).get(0)).isInstanceOf(Block.Thinking.class);
        }

        @Test
        void flatParts() {
            TranscriptPart call =
                    new TranscriptPart("tool-call", "null", "{\"toolName\":\"Bash\",\"args\":{\"command\":\"ls\"}}");
            TranscriptPart text = new TranscriptPart("text", "null", "{\"text\":\"hello\"}");

            assertThat(tool(one(call)).command()).isEqualTo("ls");
            assertThat(prose(one(text))).contains("hello");
        }

        @Test
        void anythingElseIsShownAsJson() {
            Block block = one(part("hologram", "{\"a\":[1,\"<b>\"]}")).get(0);

            assertThat(block).isInstanceOf(Block.Other.class);
            assertThat(((Block.Other) block).type()).isEqualTo("hologram");
            assertThat(((Block.Other) block).content()).contains("\"a\"", "<b>");
        }

        @Test
        void brokenJsonIsShownAsText() {
            assertThat(prose(one(part("text", "{not json")))).contains("{not json");
        }

        @Test
        void picturesAreDrawnOnlyFromSafeData() {
            String data = "A".repeat(120);
            Block.Picture drawn = (Block.Picture) one(part(
                            "image",
                            "{\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"" + data
                                    + "\"}}"))
                    .get(0);
            Block.Picture foreign = (Block.Picture) one(part("image", "{\"url\":\"https://example.org/a.png\"}"))
                    .get(0);
            Block.Picture vector = (Block.Picture)
                    one(part("image", "{\"source\":{\"media_type\":\"image/svg+xml\",\"data\":\"" + data + "\"}}"))
                            .get(0);

            assertThat(drawn.source()).startsWith("data:image/png;base64,");
            assertThat(foreign.source()).isNull();
            assertThat(foreign.reference()).isEqualTo("https://example.org/a.png");
            assertThat(vector.source()).isNull();
        }

        @Test
        void failuresAreMarked() {
            assertThat(output(one(part("tool-result", "{\"error\":\"no such file\"}")))
                            .failed())
                    .isTrue();
            assertThat(output(one(part("tool-result", "{\"content\":\"x\",\"is_error\":true}")))
                            .failed())
                    .isTrue();
            assertThat(output(one(part("tool-result", "\"fine\""))).failed()).isFalse();
        }
    }

    @Nested
    class ResultsBesideTheirCalls {

        @Test
        void byPositionInOneMessage() {
            List<Block> blocks = one(
                    part("tool-call", "{\"toolName\":\"A\"}"),
                    part("tool-call", "{\"toolName\":\"B\"}"),
                    part("tool-result", "\"of a\""),
                    part("tool-result", "\"of b\""));

            assertThat(blocks).hasSize(2);
            assertThat(((Block.Tool) blocks.get(0)).output().text()).isEqualTo("of a");
            assertThat(((Block.Tool) blocks.get(1)).output().text()).isEqualTo("of b");
        }

        @Test
        void byIdWhateverTheOrder() {
            List<Block> blocks = one(
                    part("tool-call", "{\"toolName\":\"A\",\"toolCallId\":\"1\"}"),
                    part("tool-call", "{\"toolName\":\"B\",\"toolCallId\":\"2\"}"),
                    part("tool-result", "{\"toolCallId\":\"2\",\"result\":\"of b\"}"));

            assertThat(((Block.Tool) blocks.get(0)).output()).isNull();
            assertThat(((Block.Tool) blocks.get(1)).output().text()).isEqualTo("of b");
        }

        @Test
        void inALaterMessageWhichThenIsEmptyAndGone() {
            List<MessageRow> rows = Transcript.of(List.of(
                    message(1, MessageRole.ASSISTANT, null, part("tool-call", "{\"toolName\":\"A\"}")),
                    message(2, MessageRole.TOOL, null, part("tool-result", "\"found\""))));

            assertThat(rows).hasSize(1);
            assertThat(((Block.Tool) rows.get(0).blocks().get(0)).output().text())
                    .isEqualTo("found");
        }

        @Test
        void notAcrossWhatAPersonSaid() {
            List<MessageRow> rows = Transcript.of(List.of(
                    message(1, MessageRole.ASSISTANT, null, part("tool-call", "{\"toolName\":\"A\"}")),
                    message(2, MessageRole.USER, "stop"),
                    message(3, MessageRole.TOOL, null, part("tool-result", "\"other\""))));

            assertThat(rows).hasSize(3);
            assertThat(rows.get(2).blocks().get(0)).isInstanceOf(Block.Output.class);
        }

        @Test
        void withoutACallTheResultStandsAlone() {
            assertThat(one(part("tool-result", "\"x\"")).get(0)).isInstanceOf(Block.Output.class);
        }
    }

    @Nested
    class NothingTwiceAndNothingEmpty {

        @Test
        void textIsNotRepeatedByAPartThatEqualsIt() {
            List<Block> blocks =
                    blocks(message(1, MessageRole.ASSISTANT, "hello\nyou", part("text", "\"hello\\nyou \"")));

            assertThat(blocks).hasSize(1);
        }

        @Test
        void textAndOtherPartsAreBothShown() {
            List<Block> blocks =
                    blocks(message(1, MessageRole.ASSISTANT, "hello", part("tool-call", "{\"toolName\":\"A\"}")));

            assertThat(blocks).extracting(Block::kind).containsExactly(Block.Kind.PROSE, Block.Kind.TOOL);
        }

        @Test
        void emptyMessagesAreLeftOut() {
            assertThat(Transcript.of(List.of(
                            message(1, MessageRole.ASSISTANT, ""),
                            message(2, MessageRole.ASSISTANT, null),
                            message(3, MessageRole.ASSISTANT, " ", part("text", "\"\"")))))
                    .isEmpty();
        }

        @Test
        void commandsOfCursorAreShownOnce() {
            List<Block> blocks =
                    blocks(message(1, MessageRole.TOOL, "npm install", part("tool_use", "\"shell: npm install\"")));

            assertThat(blocks).extracting(Block::kind).containsExactly(Block.Kind.TOOL);
        }

        @Test
        void thinkingInsideTheTextIsFoldedAndNotRepeated() {
            List<Block> blocks = blocks(message(
                    1,
                    MessageRole.ASSISTANT,
                    "<thinking>hm</thinking>\nhello",
                    part("text", "\"hello\""),
                    part("thinking", "\"hm\"")));

            assertThat(blocks).extracting(Block::kind).containsExactly(Block.Kind.PROSE, Block.Kind.THINKING);
        }
    }

    @Test
    void hostileToolOutputStaysText() {
        Block.Output output = output(one(part("tool-result", "\"<script>alert(1)</script>\"")));

        // Pages write it escaped: Faces escapes every value that is not a Prose or Thinking.
        assertThat(output.text()).isEqualTo("<script>alert(1)</script>");
        assertThat(prose(one(part("text", "\"<script>alert(1)</script>\"")))).doesNotContain("<script");
    }

    @Test
    void longOutputIsCutAndFolded() {
        Block.Output output = output(one(part("tool-result", "\"" + "x".repeat(150_000) + "\"")));

        assertThat(output.isLong()).isTrue();
        assertThat(output.cutChars()).isEqualTo(50_000);
    }

    @Test
    void messagesStandInDisplayOrder() {
        List<MessageRow> rows = Transcript.of(
                List.of(message(2, MessageRole.ASSISTANT, "second"), message(1, MessageRole.USER, "first")));

        assertThat(rows).extracting(MessageRow::role).containsExactly("user", "assistant");
    }

    private static List<Block> one(TranscriptPart... parts) {
        return blocks(message(1, MessageRole.ASSISTANT, null, parts));
    }

    private static List<Block> blocks(TranscriptMessage message) {
        return Transcript.of(List.of(message)).get(0).blocks();
    }

    private static TranscriptMessage message(
            int sequence, MessageRole role, @Nullable String text, TranscriptPart... parts) {
        return new TranscriptMessage(
                "s-" + sequence,
                sequence,
                "e" + sequence,
                role,
                text,
                null,
                null,
                null,
                null,
                START.plusSeconds(sequence),
                List.of(parts));
    }

    private static TranscriptPart part(String type, String content) {
        return new TranscriptPart(type, content, null);
    }

    private static String prose(List<Block> blocks) {
        return ((Block.Prose) blocks.get(0)).html();
    }

    private static Block.Tool tool(List<Block> blocks) {
        return (Block.Tool) blocks.get(0);
    }

    private static Block.Output output(List<Block> blocks) {
        return (Block.Output) blocks.get(0);
    }
}
