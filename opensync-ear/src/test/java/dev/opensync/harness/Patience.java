package dev.opensync.harness;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waiting for what comes by itself. A test that holds the product to a time says so with a limit of its own. */
public final class Patience {

    /** So long that even on a busy machine only what is broken takes longer. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private Patience() {}

    /** A wait that ends with what it waits for, and fails only if that does not come at all. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
