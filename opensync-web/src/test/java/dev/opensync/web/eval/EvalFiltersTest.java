package dev.opensync.web.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.eval.EvalFilter;
import dev.opensync.session.EvalStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalFiltersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    @Test
    void addressSaysWhatIsListed() {
        EvalFilter filter = EvalFilters.of(Map.of(
                        "source", "pi",
                        "days", "7",
                        "status", "needs_review",
                        "tag", "Nightly",
                        "project", " shop ",
                        "model", "m1",
                        "minTokens", "1000"))
                .filter(TODAY);

        assertThat(filter)
                .isEqualTo(new EvalFilter(
                        "pi",
                        "m1",
                        Set.of(EvalStatus.NEEDS_REVIEW),
                        Set.of("nightly"),
                        Instant.parse("2026-01-25T00:00:00Z"),
                        null,
                        1_000L,
                        "shop"));
    }

    @Test
    void lastDayCountsAsAWhole() {
        assertThat(EvalFilters.of(Map.of("from", "2026-01-01", "to", "2026-01-02"))
                        .filter(TODAY)
                        .until())
                .isEqualTo(Instant.parse("2026-01-03T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"status,great", "minTokens,many", "minTokens,-1", "minTokens,9999999999999", "days,8", "tag,''"})
    void whatCannotBeUsedDoesNotCount(String name, String value) {
        EvalFilters filters = EvalFilters.of(Map.of(name, value));

        assertThat(filters.filter(TODAY)).isEqualTo(EvalFilter.ALL);
        assertThat(filters.query().afterPath()).isEmpty();
    }

    @Test
    void addressOfWhatIsListedIsTheSameAgain() {
        String address = EvalFilters.of(Map.of("status", "none", "tag", "a b", "minTokens", "50000"))
                .query()
                .afterPath();

        assertThat(address).isEqualTo("?status=none&tag=a+b&minTokens=50000");
    }

    @Test
    void tagsAreTypedWithCommas() {
        assertThat(EvalLabel.tags(" one, two words,,one ,\n")).containsExactly("one", "two words");
        assertThat(EvalLabel.tags(null)).isEmpty();
    }
}
