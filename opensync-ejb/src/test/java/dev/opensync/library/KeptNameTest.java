package dev.opensync.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensync.shared.OpenSyncException;
import org.junit.jupiter.api.Test;

class KeptNameTest {

    @Test
    void nameIsOneLine() {
        assertThat(KeptName.of(" Why\r\n\tit   fails ", "other")).isEqualTo("Why it fails");
    }

    @Test
    void blankNameBecomesTheBeginningOfTheOther() {
        assertThat(KeptName.of(" \n", "short")).isEqualTo("short");
        assertThat(KeptName.of("", "😀".repeat(100))).isEqualTo("😀".repeat(80) + "…");
    }

    @Test
    void longAndMissingNamesAreRefused() {
        assertThat(KeptName.of("😀".repeat(200), "")).hasSize(400);
        assertThatThrownBy(() -> KeptName.of("x".repeat(201), "")).isInstanceOf(OpenSyncException.class);
        assertThatThrownBy(() -> KeptName.of("", "\u0000")).isInstanceOf(OpenSyncException.class);
    }
}
