package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionExtentTest {

    @Test
    void rangeOfRowIdsIsItsShareOfTheSessions() {
        SessionExtent extent = SessionExtent.of(1_000, 1, 2_000);

        assertThat(extent.within(0, 500)).isEqualTo(250);
        assertThat(extent.within(0, 5_000)).isEqualTo(1_000);
        assertThat(extent.within(2_001, 5_000)).isZero();
        assertThat(extent.within(0, -1)).isZero();
    }

    @Test
    void thereAreNotMoreSessionsThanRowIdsAndNotFewerThanOne() {
        assertThat(SessionExtent.of(8, 5, 7).sessions()).isEqualTo(3);
        assertThat(SessionExtent.of(0, 5, 7).sessions()).isEqualTo(1);
    }

    @Test
    void hundredPercentAreAll() {
        SessionExtent extent = SessionExtent.of(1_000, 1, 1_000);

        assertThat(extent.percentWithout(0)).isEqualTo(100);
        assertThat(extent.percentWithout(1)).isEqualTo(99);
        assertThat(extent.percentWithout(1_000)).isZero();
        assertThat(extent.percentWithout(5_000)).isZero();
    }
}
