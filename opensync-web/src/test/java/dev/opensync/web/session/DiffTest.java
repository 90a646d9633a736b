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
        Diff diff = Diff.between("a\n".repeat(3_000), "a\n".repeat(3_000));

        assertThat(diff.removed()).isEqualTo(3_000);
    }

    @Test
    void patchLinesKeepTheirMeaning() {
        Diff diff = Diff.ofPatch("*** Begin Patch\n*** Update File: a.txt\n@@\n-old\n+new\n same\n*** End Patch");

        assertThat(diff.added()).isEqualTo(1);
        assertThat(diff.removed()).isEqualTo(1);
    }
}
