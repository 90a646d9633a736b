package dev.opensync.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HourOfWeekTest {

    private static final HourOfWeek SUNDAY_EVENING = new HourOfWeek(DayOfWeek.SUNDAY, 23, 7);

    @Test
    void readersElsewhereHaveAnotherDay() {
        assertThat(SUNDAY_EVENING.at(ZoneOffset.UTC)).isEqualTo(SUNDAY_EVENING);
        assertThat(SUNDAY_EVENING.at(ZoneOffset.ofHours(2))).isEqualTo(new HourOfWeek(DayOfWeek.MONDAY, 1, 7));
        assertThat(new HourOfWeek(DayOfWeek.MONDAY, 2, 1).at(ZoneOffset.ofHours(-8)))
                .isEqualTo(new HourOfWeek(DayOfWeek.SUNDAY, 18, 1));
    }
}
