package dev.opensync.embedding;

import java.time.Duration;

/** An exchange with the endpoint that brought no vectors; it says neither the key nor the texts. */
final class EndpointFailure extends RuntimeException {

    private final String reason;
    private final Kind kind;
    private final Duration retryAfter;

    private EndpointFailure(String reason, Kind kind, Duration retryAfter) {
        super(reason);
        this.reason = reason;
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** The same request may succeed later. */
    static EndpointFailure passing(String reason, Duration retryAfter) {
        return new EndpointFailure(reason, Kind.PASSING, retryAfter);
    }

    /** The same request will fail again. */
    static EndpointFailure lasting(String reason) {
        return new EndpointFailure(reason, Kind.LASTING, Duration.ZERO);
    }

    /** This request will fail again, another one need not. */
    static EndpointFailure ofRequest(String reason) {
        return new EndpointFailure(reason, Kind.OF_REQUEST, Duration.ZERO);
    }

    /** Whoever asked does not want to know any more. */
    static EndpointFailure interrupted(String reason) {
        return new EndpointFailure(reason, Kind.INTERRUPTED, Duration.ZERO);
    }

    String reason() {
        return reason;
    }

    boolean isPassing() {
        return kind == Kind.PASSING;
    }

    boolean isOfRequest() {
        return kind == Kind.OF_REQUEST;
    }

    /** It does not tell that the endpoint is in a bad state. */
    boolean saysNothingOfOthers() {
        return kind == Kind.OF_REQUEST || kind == Kind.INTERRUPTED;
    }

    /** How long the endpoint wants to be left alone. */
    Duration retryAfter() {
        return retryAfter;
    }

    private enum Kind {
        PASSING,
        LASTING,
        OF_REQUEST,
        INTERRUPTED
    }
}
