package dev.opensync.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.usage.StoredUsage.Slice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredUsageTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 30);

    private final StoredUsage stored = new StoredUsage(List.of(
            new Slice("pi", "opus", usage(1, 10), FRIDAY),
            new Slice("pi", "sonnet", usage(1, 30), FRIDAY.minusDays(2)),
            new Slice("opencode", "opus", usage(1, 25), FRIDAY.minusDays(1))));

    @Test
    void entriesAddUpAndTheLargestIsFirst() {
        assertThat(stored.bySource())
                .containsExactly(
                        new UsageEntry("pi", usage(2, 40), FRIDAY),
                        new UsageEntry("opencode", usage(1, 25), FRIDAY.minusDays(1)));
        assertThat(stored.byModel())
                .containsExactly(
                        new UsageEntry("opus", usage(2, 35), FRIDAY),
                        new UsageEntry("sonnet", usage(1, 30), FRIDAY.minusDays(2)));
    }

    @Test
    void totalIsOfAllSlices() {
        assertThat(stored.total()).isEqualTo(usage(3, 65));
        assertThat(new StoredUsage(List.of()).total()).isEqualTo(Usage.NONE);
    }

    private static Usage usage(long sessions, long tokens) {
        return new Usage(sessions, 0, tokens, 0, 0, 0);
    }
}
