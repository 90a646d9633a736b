package dev.opensync.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageSeriesTest {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 31);

    @Test
    void daysWithoutSessionsAreZero() {
        List<UsageGroup> days =
                UsageSeries.filled(List.of(day(SATURDAY, 7)), SATURDAY.minusDays(1), SATURDAY.plusDays(1));

        assertThat(days).containsExactly(day(SATURDAY.minusDays(1), 0), day(SATURDAY, 7), day(SATURDAY.plusDays(1), 0));
    }

    @Test
    void weeksBeginOnSunday() {
        List<UsageGroup> days = List.of(day(SATURDAY, 1), day(SATURDAY.plusDays(1), 2), day(SATURDAY.plusDays(7), 3));

        assertThat(UsageSeries.by(UsagePeriod.WEEKLY, days))
                .containsExactly(day(SATURDAY.minusDays(6), 1), day(SATURDAY.plusDays(1), 5));
    }

    @Test
    void monthsBeginOnTheFirst() {
        List<UsageGroup> days = List.of(day(SATURDAY, 1), day(SATURDAY.plusDays(1), 2), day(SATURDAY.plusDays(28), 3));

        assertThat(UsageSeries.by(UsagePeriod.MONTHLY, days))
                .containsExactly(day(LocalDate.of(2026, 1, 1), 1), day(LocalDate.of(2026, 2, 1), 5));
    }

    @Test
    void cumulativeSumsGrow() {
        List<UsageGroup> days = List.of(day(SATURDAY, 1), day(SATURDAY.plusDays(1), 0), day(SATURDAY.plusDays(2), 3));

        assertThat(UsageSeries.cumulative(days))
                .containsExactly(day(SATURDAY, 1), day(SATURDAY.plusDays(1), 1), day(SATURDAY.plusDays(2), 4));
    }

    private static UsageGroup day(LocalDate day, long sessions) {
        return UsageGroup.ofDay(
                day, new Usage(sessions, sessions * 2, sessions * 10, sessions, sessions * 1000, sessions * 5));
    }
}
