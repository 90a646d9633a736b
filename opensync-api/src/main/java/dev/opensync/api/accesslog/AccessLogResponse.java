package dev.opensync.api.accesslog;

import dev.opensync.accesslog.AccessLogEntry;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the caller's access log; {@code nextCursor} is absent on the last one. */
public record AccessLogResponse(List<Call> calls, @Nullable String nextCursor) {

    static AccessLogResponse of(Page<AccessLogEntry> page) {
        Cursor next = page.next();
        return new AccessLogResponse(
                page.items().stream().map(Call::of).toList(), next == null ? null : next.toString());
    }

    /** One call; {@code apiKeyId} is absent for a caller with a JSON Web Token. */
    public record Call(
            String endpoint,
            String method,
            int statusCode,
            long responseTimeMs,
            @Nullable String apiKeyId,
            long createdAt) {

        static Call of(AccessLogEntry entry) {
            Long apiKeyId = entry.apiKeyId();
            return new Call(
                    entry.endpoint(),
                    entry.method(),
                    entry.statusCode(),
                    entry.responseTimeMillis(),
                    apiKeyId == null ? null : apiKeyId.toString(),
                    entry.createdAt().toEpochMilli());
        }
    }
}
