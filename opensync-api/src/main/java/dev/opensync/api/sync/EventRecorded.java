package dev.opensync.api.sync;

import java.util.List;

/** Answer to a recorded event, wrapped and bare at once. */
public record EventRecorded(String status, Success value, boolean success, List<String> logLines) {

    static final EventRecorded ANSWER = new EventRecorded("success", new Success(true), true, List.of());

    /** What the function itself returns. */
    public record Success(boolean success) {}
}
