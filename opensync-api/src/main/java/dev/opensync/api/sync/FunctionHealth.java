package dev.opensync.api.sync;

import java.time.Instant;
import java.util.List;

/** Answer to the health check function; times in ISO 8601. */
public record FunctionHealth(String status, Value value, String timestamp, List<String> logLines) {

    static FunctionHealth at(Instant now) {
        return new FunctionHealth("success", new Value("ok", now.toString()), now.toString(), List.of());
    }

    /** What the function itself returns. */
    public record Value(String status, String timestamp) {}
}
