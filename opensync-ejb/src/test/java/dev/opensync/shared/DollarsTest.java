package dev.opensync.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DollarsTest {

    @Test
    void peopleReadFourDecimals() {
        assertThat(Dollars.text(24_500)).isEqualTo("$0.0245");
        assertThat(Dollars.text(1_420_000)).isEqualTo("$1.4200");
        assertThat(Dollars.text(49)).isEqualTo("$0.0000");
    }

    @Test
    void programsReadAllOfThemAndNoExponent() {
        assertThat(Dollars.ofMicros(24_500)).hasToString("0.0245");
        assertThat(Dollars.ofMicros(1)).hasToString("0.000001");
        assertThat(Dollars.ofMicros(20_000_000)).hasToString("20");
    }
}
