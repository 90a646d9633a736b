package dev.opensync.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The same values in two languages and zones. */
class NotationTest {

    private static final Instant NOON = Instant.parse("2026-10-03T12:05:09Z");

    private static final Notation GERMAN = new Notation(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
    private static final Notation ENGLISH = new Notation(Locale.ENGLISH, ZoneId.of("UTC"));

    @Test
    void numbersHaveTheMarksOfTheLanguage() {
        assertThat(GERMAN.grouped(1_234_567)).isEqualTo("1.234.567");
        assertThat(GERMAN.decimal(new BigDecimal("1234.50"))).isEqualTo("1.234,50");
        assertThat(GERMAN.count(412_600_000)).isEqualTo("412,6\u00a0Mio.");
        assertThat(GERMAN.count(1_234)).isEqualTo("1,2\u00a0Tsd.");
        assertThat(GERMAN.money(1_906_420_000)).isEqualTo("1.906,42\u00a0$");
        assertThat(GERMAN.cost(24_500)).isEqualTo("0,0245\u00a0$");
        assertThat(GERMAN.percent(2, 3)).isEqualTo("67\u00a0%");
        assertThat(ENGLISH.decimal(new BigDecimal("1234.50"))).isEqualTo("1,234.50");
        assertThat(ENGLISH.cost(24_500)).isEqualTo("$0.0245");
    }

    @Test
    void timesAreThoseOfTheZone() {
        assertThat(GERMAN.moment(NOON)).isEqualTo("03.10.2026, 14:05");
        assertThat(ENGLISH.moment(NOON)).isEqualTo("Oct 3, 2026, 12:05 PM");
        assertThat(GERMAN.clock(NOON)).isEqualTo("14:05:09");
        assertThat(ENGLISH.clock(NOON)).isEqualTo("12:05:09");
        assertThat(GERMAN.date(Instant.parse("2026-10-03T22:30:00Z"))).isEqualTo("04.10.2026");
        assertThat(GERMAN.hour(NOON)).isEqualTo("3. Okt., 14:05");
        assertThat(ENGLISH.zoneName()).isEqualTo("UTC");
    }

    @Test
    void daysAndSpansAreNamedInTheLanguage() {
        assertThat(GERMAN.day(LocalDate.of(2026, 10, 3))).isEqualTo("3. Okt.");
        assertThat(GERMAN.weekday(DayOfWeek.TUESDAY)).isEqualTo("Di");
        assertThat(ENGLISH.weekday(DayOfWeek.TUESDAY)).isEqualTo("Tue");
        assertThat(GERMAN.duration(7_500_000)).isEqualTo("2\u00a0h 5\u00a0min");
        assertThat(GERMAN.shortDuration(340)).isEqualTo("340\u00a0ms");
        assertThat(GERMAN.ago(NOON.minusSeconds(300), NOON)).isEqualTo("vor\u00a05\u00a0min");
        assertThat(GERMAN.ago(NOON.minusSeconds(9 * 86_400), NOON)).isEqualTo("24.09.2026");
    }
}
