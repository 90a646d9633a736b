package dev.opensync.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

    @Test
    void absentAndEmptyAreNoBound() {
        assertThat(Bounds.number("minTokens", null, 0)).isNull();
        assertThat(Bounds.day("from", "")).isNull();
        assertThat(Bounds.until("to", " ")).isNull();
    }

    @Test
    void daysIncludeTheLastOne() {
        assertThat(Bounds.from("from", "2026-01-31")).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(Bounds.until("to", "2026-01-31")).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(Bounds.day("to", "2026-01-31")).isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @Test
    void timesAreIsoOrMilliseconds() {
        assertThat(Bounds.until("to", "2026-01-31T18:00:00Z")).isEqualTo(Instant.parse("2026-01-31T18:00:00Z"));
        assertThat(Bounds.from("from", "1706234567890")).isEqualTo(Instant.ofEpochMilli(1706234567890L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-02-30", "+99999-01-01", "-1", "2026-01-31T25:00:00Z"})
    void whatIsNoTimeIsNamed(String text) {
        assertThatThrownBy(() -> Bounds.from("from", text)).hasMessageStartingWith("from must be a day such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "9999999999999999999", "0"})
    void whatIsNoNumberIsNamed(String text) {
        assertThatThrownBy(() -> Bounds.number("minTokens", text, 1))
                .hasMessage("minTokens must be a whole number, at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01", "2026-01-31T00:00:00Z", "1706234567890"})
    void onlyADayIsADay(String text) {
        assertThatThrownBy(() -> Bounds.day("from", text)).hasMessage("from must be a day such as 2026-01-31");
    }
}
