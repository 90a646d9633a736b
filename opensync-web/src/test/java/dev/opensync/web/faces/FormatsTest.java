package dev.opensync.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void countsAreShortFromAThousandOn() {
        assertThat(Formats.count(0)).isEqualTo("0");
        assertThat(Formats.count(999)).isEqualTo("999");
        assertThat(Formats.count(1_000)).isEqualTo("1.0K");
        assertThat(Formats.count(999_949)).isEqualTo("999.9K");
        assertThat(Formats.count(999_950)).isEqualTo("1.0M");
        assertThat(Formats.count(412_600_000)).isEqualTo("412.6M");
    }

    @Test
    void durationsNameTheTwoLargestUnits() {
        assertThat(Formats.duration(0)).isEqualTo("0s");
        assertThat(Formats.duration(42_900)).isEqualTo("42s");
        assertThat(Formats.duration(192_000)).isEqualTo("3m 12s");
        assertThat(Formats.duration(7_500_000)).isEqualTo("2h 5m");
    }

    @Test
    void timesAreRelativeForAWeek() {
        assertThat(Formats.ago(NOW.minusSeconds(59), NOW)).isEqualTo("now");
        assertThat(Formats.ago(NOW.plusSeconds(90), NOW)).isEqualTo("now");
        assertThat(Formats.ago(NOW.minusSeconds(300), NOW)).isEqualTo("5m ago");
        assertThat(Formats.ago(NOW.minusSeconds(3 * 3600), NOW)).isEqualTo("3h ago");
        assertThat(Formats.ago(NOW.minusSeconds(2 * 86_400), NOW)).isEqualTo("2d ago");
        assertThat(Formats.ago(NOW.minusSeconds(7 * 86_400), NOW)).isEqualTo("Nov 14, 2026");
    }

    @Test
    void totalsAreWrittenInGroupsOfThree() {
        assertThat(Formats.grouped(1_284)).isEqualTo("1,284");
        assertThat(Formats.money(1_906_420_000)).isEqualTo("$1,906.42");
        assertThat(Formats.money(0)).isEqualTo("$0.00");
    }

    @Test
    void littleIsNotNothing() {
        assertThat(Formats.percent(2, 3)).isEqualTo("67%");
        assertThat(Formats.percent(1, 1000)).isEqualTo("<1%");
        assertThat(Formats.percent(0, 5)).isEqualTo("0%");
        assertThat(Formats.percent(5, 0)).isEqualTo("0%");
    }

    @Test
    void daysAndMonthsAreNamed() {
        LocalDate day = LocalDate.of(2026, 10, 3);

        assertThat(Formats.day(day)).isEqualTo("Oct 3");
        assertThat(Formats.fullDay(day)).isEqualTo("Oct 3, 2026");
        assertThat(Formats.month(day)).isEqualTo("Oct 2026");
    }
}
