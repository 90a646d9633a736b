package dev.opensync.web.session;

import static dev.opensync.web.session.SampleMessages.one;
import static dev.opensync.web.session.SampleMessages.output;
import static dev.opensync.web.session.SampleMessages.part;
import static dev.opensync.web.session.SampleMessages.prose;
import static dev.opensync.web.session.SampleMessages.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.TranscriptPart;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartShapesTest {

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
        Block.Tool tool = tool(one(
                part("tool-call", "\"{\\\"toolName\\\":\\\"Bash\\\",\\\"args\\\":{\\\"command\\\":\\\"ls\\\"}}\"")));

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
        Block.Tool tool =
                tool(one(part("tool_use", "{\"toolName\":\"Read\",\"args\":{\"path\":\"/a\"},\"result\":\"text\"}")));

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
        Block.Tool tool = tool(one(part(
                "tool-call",
                "{\"toolName\":\"Edit\",\"args\":{\"file_path\":\"a\",\"old_string\":\"x\",\"new_string\":\"y\"}}")));

        assertThat(tool.diff().lines()).hasSize(2);
        assertThat(tool.arguments()).isNull();
    }

    @Test
    void toolCallWithCallId() {
        Block.Tool tool = tool(one(part("tool_call", "{\"toolName\":\"X\",\"toolCallId\":\"c1\",\"args\":{\"n\":1}}")));

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
                        "{\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"" + data + "\"}}"))
                .get(0);
        Block.Picture foreign = (Block.Picture)
                one(part("image", "{\"url\":\"https://example.org/a.png\"}")).get(0);
        Block.Picture vector = (Block.Picture)
                one(part("image", "{\"source\":{\"media_type\":\"image/svg+xml\",\"data\":\"" + data + "\"}}"))
                        .get(0);

        assertThat(drawn.source()).isEqualTo("picture?id=s-1&at=0");
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
