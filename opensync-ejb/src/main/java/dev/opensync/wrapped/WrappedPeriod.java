package dev.opensync.wrapped;

import java.time.Duration;

/** How far back a wrapped looks. */
public enum WrappedPeriod {
    DAY(Duration.ofHours(24)),
    YEAR(Duration.ofDays(365));

    private final Duration length;

    WrappedPeriod(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }
}
