package dev.opensync.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseOutageTest {

    @Test
    void lostConnectionIsOne() {
        assertThat(DatabaseOutage.isBehind(new SQLException("Communications link failure", "08S01")))
                .isTrue();
        assertThat(DatabaseOutage.isBehind(new SQLException("Error in allocating a connection")))
                .isTrue();
        assertThat(DatabaseOutage.isBehind(new SQLException("read only", "HY000", 1290)))
                .isTrue();
    }

    @Test
    void itIsFoundBehindOtherFailures() {
        Exception lost = new SQLException("Communications link failure", "08S01");

        assertThat(DatabaseOutage.isBehind(new IllegalStateException(new IllegalStateException(lost))))
                .isTrue();
    }

    @Test
    void refusedStatementIsNone() {
        assertThat(DatabaseOutage.isBehind(new SQLException("no such table", "42S02", 1146)))
                .isFalse();
        assertThat(DatabaseOutage.isBehind(new IllegalStateException())).isFalse();
    }
}
