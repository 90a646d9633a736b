package dev.opensync.web.session;

import static dev.opensync.web.session.SampleMessages.blocks;
import static dev.opensync.web.session.SampleMessages.message;
import static dev.opensync.web.session.SampleMessages.one;
import static dev.opensync.web.session.SampleMessages.output;
import static dev.opensync.web.session.SampleMessages.part;
import static dev.opensync.web.session.SampleMessages.prose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageRole;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TranscriptTest {

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
}
