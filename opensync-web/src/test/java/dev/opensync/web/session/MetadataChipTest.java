package dev.opensync.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetadataChipTest {

    @Test
    void valuesStandBehindWhatTheyAreAndBranchesAlone() {
        assertThat(MetadataChip.of(
                        "{\"gitBranch\":\"main\",\"toolCallCount\":3,\"end_reason\":\"exit\",\"host\":\"laptop\"}"))
                .extracting(MetadataChip::text)
                .containsExactly("main", "tool call count 3", "end reason exit", "host laptop");
    }

    @Test
    void whatTheHeaderSaysAnywayAndWhatDoesNotFitIsLeftOut() {
        assertThat(MetadataChip.of("{\"messageCount\":4,\"totalTokens\":9,\"nested\":{},\"blank\":\" \",\"long\":\""
                        + "x".repeat(61) + "\",\"" + "y".repeat(61) + "\":1}"))
                .isEmpty();
        assertThat(MetadataChip.of(null)).isEmpty();
    }
}
