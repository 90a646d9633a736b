package dev.opensync.embedding;

import java.time.Duration;

/** An exchange with the endpoint that brought no vectors; it says neither the key nor the texts. */
final class EndpointFailure extends RuntimeException {

    private final String reason;
    private final boolean passing;
    private final Duration retryAfter;

    private EndpointFailure(String reason, boolean passing, Duration retryAfter) {
        super(reason);
        this.reason = reason;
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /** The same request may succeed later. */
    static EndpointFailure passing(String reason, Duration retryAfter) {
        return new EndpointFailure(reason, true, retryAfter);
    }

    /** The same request will fail again. */
    static EndpointFailure lasting(String reason) {
        return new EndpointFailure(reason, false, Duration.ZERO);
    }

    String reason() {
        return reason;
    }

    boolean isPassing() {
        return passing;
    }

    /** How long the endpoint wants to be left alone. */
    Duration retryAfter() {
        return retryAfter;
    }
}
