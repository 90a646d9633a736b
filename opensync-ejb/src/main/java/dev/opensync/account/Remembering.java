package dev.opensync.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a browser is remembered.
 *
 * @param validity after its last use
 * @param limit after the password was entered, however often the browser is used
 */
record Remembering(Duration validity, Duration limit) {

    Instant end(Instant begun, Instant lastUse) {
        Instant last = begun.plus(limit);
        Instant next = lastUse.plus(validity);
        return next.isBefore(last) ? next : last;
    }
}
