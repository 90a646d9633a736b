package dev.opensync.web.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.usage.UsagePeriod;
import dev.opensync.usage.UsageService;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UsageDatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void thirtyDaysIncludeToday() {
        UsageDates dates = UsageDates.of(null, null, null, TODAY);

        assertThat(dates).isEqualTo(new UsageDates(LocalDate.of(2026, 1, 31), TODAY, 30));
        assertThat(dates.days()).isEqualTo(30);
    }

    @Test
    void daysInTheWrongOrderAreExchanged() {
        assertThat(UsageDates.of(null, "2026-02-10", "2026-02-01", TODAY))
                .isEqualTo(new UsageDates(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 10), null));
    }

    @Test
    void whatIsNoDayIsNotGiven() {
        UsageDates usual = UsageDates.of(null, null, null, TODAY);

        assertThat(UsageDates.of("31", "yesterday", "+999999999-12-31", TODAY)).isEqualTo(usual);
    }

    @Test
    void chosenDaysStandBeforeARange() {
        assertThat(UsageDates.of("7", "2026-02-10", null, TODAY))
                .isEqualTo(new UsageDates(LocalDate.of(2026, 2, 10), TODAY, null));
    }

    @Test
    void periodsGetLongerWhereBarsWouldBeTooMany() {
        UsageDates years = UsageDates.of(null, "0001-01-01", null, TODAY);

        assertThat(years.days()).isEqualTo(UsageService.MOST_DAYS);
        assertThat(years.period(UsagePeriod.DAILY)).isEqualTo(UsagePeriod.MONTHLY);
        assertThat(UsageDates.of(null, "2024-03-01", null, TODAY).period(UsagePeriod.DAILY))
                .isEqualTo(UsagePeriod.WEEKLY);
        assertThat(UsageDates.of("90", null, null, TODAY).period(UsagePeriod.DAILY))
                .isEqualTo(UsagePeriod.DAILY);
    }

    @Test
    void yearIsToldWhereItIsNotTheSame() {
        UsageDates turn = UsageDates.of(null, "2025-12-30", "2026-01-02", TODAY);

        assertThat(turn.name(UsagePeriod.DAILY, turn.from())).isEqualTo("Dec 30, 2025");
        assertThat(UsageDates.of("7", null, null, TODAY).name(UsagePeriod.DAILY, TODAY))
                .isEqualTo("Mar 1");
    }
}
