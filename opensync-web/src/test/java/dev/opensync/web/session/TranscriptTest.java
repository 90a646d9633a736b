package dev.opensync.web.session;

import static dev.opensync.web.session.SampleMessages.blocks;
import static dev.opensync.web.session.SampleMessages.message;
import static dev.opensync.web.session.SampleMessages.one;
import static dev.opensync.web.session.SampleMessages.output;
import static dev.opensync.web.session.SampleMessages.part;
import static dev.opensync.web.session.SampleMessages.prose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
            List<ShownMessage> rows = Transcript.of(List.of(
                            message(1, MessageRole.ASSISTANT, null, part("tool-call", "{\"toolName\":\"A\"}")),
                            message(2, MessageRole.TOOL, null, part("tool-result", "\"found\""))))
                    .all();

            assertThat(rows).hasSize(1);
            assertThat(((Block.Tool) rows.get(0).blocks().get(0)).output().text())
                    .isEqualTo("found");
        }

        @Test
        void notAcrossWhatAPersonSaid() {
            List<ShownMessage> rows = Transcript.of(List.of(
                            message(1, MessageRole.ASSISTANT, null, part("tool-call", "{\"toolName\":\"A\"}")),
                            message(2, MessageRole.USER, "stop"),
                            message(3, MessageRole.TOOL, null, part("tool-result", "\"other\""))))
                    .all();

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
                                    message(3, MessageRole.ASSISTANT, " ", part("text", "\"\""))))
                            .all())
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
        assertThat(output.cutChars()).isEqualTo(150_000 - Texts.SHOWN_CHARS);
    }

    @Nested
    class BoundedWhateverCameIn {

        @Test
        void openingTagsWithoutEndAreTextAtOnce() {
            List<Block> blocks = blocks(message(1, MessageRole.ASSISTANT, "<think>".repeat(200_000)));

            assertThat(blocks).extracting(Block::kind).containsExactly(Block.Kind.PROSE);
            assertThat(blocks.get(0).isCut()).isTrue();
        }

        @Test
        void manyPartsEndTheMessageEarlyAndItSaysSo() {
            TranscriptPart[] parts = new TranscriptPart[5_000];
            Arrays.fill(parts, part("text", "\"said\""));

            ShownMessage shown = shown(message(1, MessageRole.ASSISTANT, null, parts));

            assertThat(shown.blocks()).hasSize(Pieces.PARTS);
            assertThat(shown.isCut()).isTrue();
        }

        @Test
        void longPartsEndTheMessageEarlyAndItSaysSo() {
            TranscriptPart[] parts = new TranscriptPart[100];
            Arrays.fill(parts, part("text", "\"" + "word ".repeat(7_000) + "\""));

            ShownMessage shown = shown(message(1, MessageRole.ASSISTANT, null, parts));

            assertThat(shown.blocks()).hasSizeBetween(1, 20);
            assertThat(shown.isCut()).isTrue();
        }

        @Test
        void hugeMessagesLeaveRoomForTheNextOnesNames() {
            TranscriptPart part = part("text", "\"" + "word ".repeat(7_000) + "\"");
            TranscriptMessage[] messages = IntStream.rangeClosed(1, 100)
                    .mapToObj(n -> message(n, MessageRole.ASSISTANT, null, part, part, part, part, part, part, part))
                    .toArray(TranscriptMessage[]::new);

            List<ShownMessage> shown = Transcript.of(List.of(messages)).all();

            assertThat(shown).hasSize(100);
            assertThat(shown.stream()
                            .flatMap(row -> row.blocks().stream())
                            .mapToLong(Block::chars)
                            .sum())
                    .isLessThan(4_000_000);
            assertThat(shown.get(99).isCut()).isTrue();
        }

        @Test
        void deepJsonIsShownAsText() {
            assertThat(one(part("weird", "[".repeat(20_000) + "]".repeat(20_000))))
                    .hasSize(1);
            String deep = "{\\\"a\\\":".repeat(20_000) + "1" + "}".repeat(20_000);
            assertThat(one(part("tool-call", "\"" + deep + "\""))).hasSize(1);
        }

        private ShownMessage shown(TranscriptMessage message) {
            return Transcript.of(List.of(message)).all().get(0);
        }
    }

    @Nested
    class AcrossTheEndsOfAPage {

        private final TranscriptMessage call =
                message(1, MessageRole.ASSISTANT, "let me see", part("tool-call", "{\"toolName\":\"A\"}"));
        private final TranscriptMessage result = message(2, MessageRole.TOOL, null, part("tool-result", "\"found\""));

        @Test
        void theResultIsDrawnWithItsCall() {
            List<ShownMessage> shown = Transcript.of(List.of(call, result)).only(List.of(call));

            assertThat(((Block.Tool) shown.get(0).blocks().get(1)).output().text())
                    .isEqualTo("found");
        }

        @Test
        void andNotAgainOnThePageItStandsOn() {
            assertThat(Transcript.of(List.of(call, result)).only(List.of(result)))
                    .isEmpty();
        }

        @Test
        void aNewResultBringsTheMessageOfItsCallAlong() {
            assertThat(Transcript.of(List.of(call, result)).touchedBy(List.of(result)))
                    .extracting(ShownMessage::id)
                    .containsExactly("s-1");
        }

        @Test
        void whatIsMissingIsKnown() {
            assertThat(Transcript.of(List.of(call)).hasOpenCalls()).isTrue();
            assertThat(Transcript.of(List.of(result)).hasLoneResults()).isTrue();
            assertThat(Transcript.of(List.of(call, result)).hasOpenCalls()).isFalse();
            assertThat(Transcript.of(List.of(call, result)).hasLoneResults()).isFalse();
        }
    }

    @Test
    void messagesStandInDisplayOrder() {
        List<ShownMessage> rows = Transcript.of(
                        List.of(message(2, MessageRole.ASSISTANT, "second"), message(1, MessageRole.USER, "first")))
                .all();

        assertThat(rows).extracting(ShownMessage::role).containsExactly("user", "assistant");
    }
}
