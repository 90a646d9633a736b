package dev.opensync.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiffTest {

    @Test
    void unchangedLinesStayBetweenTheChangedOnes() {
        Diff diff = Diff.between("a\nb\nc", "a\nx\nc");

        assertThat(diff.lines()).extracting(line -> line.mark() + line.text()).containsExactly(" a", "-b", "+x", " c");
        assertThat(diff.added()).isEqualTo(1);
        assertThat(diff.removed()).isEqualTo(1);
    }

    @Test
    void aNewFileIsAllAdded() {
        assertThat(Diff.between("", "a\nb").removed()).isZero();
        assertThat(Diff.between("", "a\nb").added()).isEqualTo(2);
    }

    @Test
    void veryLongTextsAreNotComparedLineByLine() {
        Diff diff = Diff.between("a\nb\n".repeat(400), "b\nc\n".repeat(400));

        assertThat(diff.removed()).isEqualTo(800);
    }

    @Test
    void patchLinesKeepTheirMeaning() {
        Diff diff = Diff.ofPatch("*** Begin Patch\n*** Update File: a.txt\n@@\n-old\n+new\n same\n*** End Patch");

        assertThat(diff.added()).isEqualTo(1);
        assertThat(diff.removed()).isEqualTo(1);
    }

    @Test
    void manyEditsAndLinesAreCut() {
        String edit = "{\"old\":\"" + "a\\nb\\n".repeat(400) + "\",\"new\":\"" + "b\\nc\\n".repeat(400) + "\"}";
        Block.Tool tool = SampleMessages.tool(SampleMessages.one(SampleMessages.part(
                "tool-call",
                "{\"toolName\":\"MultiEdit\",\"args\":{\"edits\":[" + (edit + ",").repeat(499) + edit + "]}}")));

        assertThat(tool.diff().lines()).hasSizeLessThanOrEqualTo(1_000);
        assertThat(tool.isCut()).isTrue();
    }

    @Test
    void whatIsAlikeAtBothEndsIsKept() {
        Diff diff = Diff.between("a\n".repeat(2_000) + "old\nz", "a\n".repeat(2_000) + "new\nz");

        assertThat(diff.isCut()).isTrue();
        assertThat(Diff.between("a\na\nold\nz\na", "a\na\nnew\nz\na").lines())
                .extracting(Diff.Line::css)
                .containsExactly("same", "same", "del", "add", "same", "same");
    }
}
