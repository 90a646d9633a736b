package dev.opensync.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RememberingTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

    private final Remembering remembering = new Remembering(Duration.ofDays(30), Duration.ofDays(180));

    @Test
    void everyUseProlongsIt() {
        assertThat(remembering.end(BEGUN, BEGUN.plus(Duration.ofDays(10)))).isEqualTo("2026-02-10T00:00:00Z");
    }

    @Test
    void noUseProlongsItBeyondTheLimit() {
        assertThat(remembering.end(BEGUN, BEGUN.plus(Duration.ofDays(170))))
                .isEqualTo(BEGUN.plus(Duration.ofDays(180)));
    }
}
